-- What a payer allowed less than its contract says, one row per line and payment, whatever becomes of it.
create table underpayment (
    id              uuid primary key,
    organization_id text not null,
    claim_id        uuid not null,
    remittance_id   uuid not null,
    payer_id        uuid not null,
    line_number     int not null,
    expected_cents  bigint not null,
    allowed_cents   bigint not null check (allowed_cents < expected_cents),
    told            boolean not null,
    state           text not null,
    found_at        timestamptz not null,
    decided_by      text,
    decided_at      timestamptz,
    decision_reason text,
    revision        bigint not null
);
create index underpayment_of_claim on underpayment (organization_id, claim_id);
create index underpayment_open on underpayment (organization_id, id) where state in ('OPEN', 'DISPUTED');
select enable_tenancy('underpayment');
