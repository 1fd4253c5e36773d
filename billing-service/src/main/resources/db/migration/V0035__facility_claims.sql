-- An encounter may give two claims: the professional's and the facility's.
alter table claim add column institutional boolean not null default false;
alter table claim drop constraint claim_organization_id_encounter_id_payer_sequence_key;
alter table claim add unique (organization_id, encounter_id, institutional, payer_sequence);
