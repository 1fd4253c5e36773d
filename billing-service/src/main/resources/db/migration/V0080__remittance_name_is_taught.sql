-- A person who accepts a payment under a name that nobody knew may say that this payer remits so. What was taught stays with who taught it and why, and may be taken back.
create table remittance_name (
    id                uuid primary key,
    organization_id   text not null,
    payer_id          uuid not null,
    name              text not null,
    plain_name        text not null,
    remittance_id     uuid not null,
    taught_by         text not null,
    taught_at         timestamptz not null,
    reason            text not null,
    withdrawn_by      text,
    withdrawn_at      timestamptz,
    withdrawn_because text,
    revision          bigint not null,
    unique (organization_id, id),
    check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_because is null))
);
create unique index remittance_name_in_force on remittance_name (organization_id, plain_name, payer_id) where withdrawn_at is null;
select enable_tenancy('remittance_name');
