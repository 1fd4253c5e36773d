-- What reports look for by day.
create index claim_version_first_sent on claim_version (organization_id, sent_at) where version = 1 and sent_at is not null;
create index remittance_by_payment_date on remittance (organization_id, payment_date);
