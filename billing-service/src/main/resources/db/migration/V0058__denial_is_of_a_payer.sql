-- Which of a claim's payers has refused: another one that decides in its own turn leaves that refusal, and the last day for its appeal, as they are. Absent in what was refused
-- before it was kept: that is closed by whoever decides next, as it was.
alter table denial add column payer_id uuid;
