-- A payment that takes a decision back withdraws its underpayments: they are cases again, as they were, when the posting of that payment is undone. Absent in what was withdrawn before.
alter table underpayment add column withdrawn_by_remittance_id uuid;
alter table underpayment add column disputed_at timestamptz;
