-- Which of a claim's payers a decision is of: whether one has decided before, and what a reversal takes back, is asked of that payer alone. Absent in what was posted before
-- it was kept, and for claims that are not ours.
alter table remittance_claim add column payer_id uuid;
