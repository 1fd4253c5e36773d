-- A payer that insures the patient twice decides twice: by which coverage it refuses. And which payment has paid, replaced or taken back a refusal, so that it is open
-- again when the posting of that payment is undone. Absent in what was posted before.
alter table denial add column payer_turn int;
alter table denial add column closed_by_remittance_id uuid;
