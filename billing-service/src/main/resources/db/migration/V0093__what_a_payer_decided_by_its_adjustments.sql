-- Where a payer has passed a claim on, or a person has to look, its adjustments say all the same what it has decided: the denial rate
-- counts that. Of what was posted before, it is known where nothing else was the case.
alter table remittance_claim add column decision text;
update remittance_claim set decision = adjudication where adjudication in ('PAID', 'PAID_AT_ZERO', 'PARTIALLY_PAID', 'DENIED');
