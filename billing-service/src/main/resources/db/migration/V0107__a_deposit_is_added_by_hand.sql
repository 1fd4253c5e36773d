-- Who has said that the bank has shown another deposit that is equal to one in everything: only such a one can be taken back. Absent of what a file of the bank has,
-- and of what was added before this was kept.
alter table deposit add column added_by text;
