-- By which of a claim's coverages a payer has decided, counted from the first: a payer may insure a patient twice, and then decides twice. Absent in what was posted before it
-- was kept, and for claims that are not ours.
alter table remittance_claim add column payer_turn int check (payer_turn >= 1);
