-- Claims say more of an encounter than its codes (who referred the patient, an accident, a transport), of a place that it has a laboratory
-- or does mammography, and of Medicare why it pays second. What a service says more stands within the services.
alter table encounter add column claim_details jsonb;
alter table location add column clia_number text;
alter table location add column mammography_certification text;
alter table coverage add column medicare_secondary_type text;
