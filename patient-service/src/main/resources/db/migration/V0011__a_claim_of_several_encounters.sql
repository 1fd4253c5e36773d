-- One claim may bill several encounters (therapy by month, maternity): each of them knows it.
alter table encounter_claim drop constraint encounter_claim_pkey;
alter table encounter_claim add primary key (organization_id, claim_id, encounter_id);
