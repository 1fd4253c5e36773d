-- AMT*F5 of an 835: shown with its claim, and never posted.
alter table remittance_claim add column patient_paid_cents bigint;
