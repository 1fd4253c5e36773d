-- A payment that names no claim of ours is matched by its member and charge, which have to be found without reading what claims say;
-- what was posted of each claim is known by its entry, so that a reversal takes back just that.
alter table claim_version add column member_id text generated always as (facts::jsonb #>> '{coverage,memberId}') stored;
create index claim_version_by_member on claim_version (organization_id, member_id, total_charge_cents) where sent_at is not null;

alter table remittance add column source text not null default '835';
alter table remittance add column payer_id uuid;
create index remittance_of_originator on remittance (organization_id, originator, id) where payer_id is not null;

alter table remittance_claim add column matched_by text;
alter table remittance_claim add column entry_id uuid;
create index remittance_claim_unapplied on remittance_claim (organization_id, id) where posting = 'unapplied';
