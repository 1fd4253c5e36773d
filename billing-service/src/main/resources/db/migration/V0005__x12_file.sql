-- Every file that a payer sent, once by its bytes, with what came of it.
create table x12_file (
    id              uuid primary key,
    organization_id text not null,
    sha256          text not null,
    kind            text not null,
    state           text not null,
    source          text not null,
    size_bytes      bigint not null,
    received_at     timestamptz not null,
    outcomes        text not null,
    unique (organization_id, sha256)
);
select enable_tenancy('x12_file');
