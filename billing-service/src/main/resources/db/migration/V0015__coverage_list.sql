-- For which diagnoses a payer covers a procedure (LCD, NCD): loaded whole as CSV, never edited, withdrawn whole. Edits read
-- them from memory; the rows of a list are read from its content.
create table coverage_list (
    id              uuid primary key,
    organization_id text not null,
    number          text not null,
    title           text not null,
    source          text not null,
    payer_id        uuid,
    effective_from  date not null,
    effective_to    date check (effective_to >= effective_from),
    sha256          text not null,
    procedures      int not null,
    content         bytea not null,
    loaded_by       text not null,
    loaded_at       timestamptz not null,
    withdrawn_at    timestamptz,
    revision        bigint not null
);
create unique index coverage_list_in_use on coverage_list (organization_id, number, effective_from, coalesce(payer_id, '00000000-0000-0000-0000-000000000000'))
    where withdrawn_at is null;

select enable_tenancy('coverage_list');
