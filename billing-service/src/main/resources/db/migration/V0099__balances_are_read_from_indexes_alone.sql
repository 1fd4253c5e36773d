-- What is owed for claims is read by payer since credits are never netted, and what patients owe by claim: both columns were missing from the indexes, so that each line was looked up in
-- the table. As many indexes as before.
drop index ledger_line_of_claim;
create index ledger_line_of_claim on ledger_line (organization_id, claim_id) include (account, amount_cents, claim_line, payer_id) where claim_id is not null;
drop index ledger_line_of_patient;
create index ledger_line_of_patient on ledger_line (organization_id, patient_id) include (account, amount_cents, claim_id) where patient_id is not null;
