-- What a payer is expected to allow for a coding that was judged, as it was coded and as it would have been right. Billing answers it by event, so it has a
-- table of its own: an answer must not make the ETag stale that an auditor or a coder has just read.
create table coding_audit_effect (
    item_id         uuid primary key references coding_audit_item,
    organization_id text        not null,
    audit_id        uuid        not null,
    asked_at        timestamptz not null,
    priced_at       timestamptz,
    payer_id        uuid,
    lines           jsonb       not null
);
create index on coding_audit_effect (organization_id, audit_id);
select enable_tenancy('coding_audit_effect');
