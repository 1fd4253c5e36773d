-- What a payer refused, line by line, with the codes it gave. A reversal closes it, as does a later payment of the claim.
create table denial (
    id              uuid primary key,
    organization_id text not null,
    claim_id        uuid not null,
    encounter_id    uuid not null,
    claim_version   int not null,
    remittance_id   uuid not null,
    line_number     int,
    group_code      text not null,
    carc            text not null,
    rarcs           text not null,
    amount_cents    bigint not null,
    state           text not null,
    denied_at       timestamptz not null
);
create index denial_of_claim on denial (organization_id, claim_id, id);
select enable_tenancy('denial');
