-- Payers with their electronic profile, which is read and written whole. One payer number serves several plans with profiles of their
-- own, so a payer is told from another by number and name.
create table payer (
    organization_id text not null,
    id uuid not null,
    name text not null,
    payer_identifier text not null,
    claim_filing_indicator text not null,
    profile jsonb not null,
    revision bigint not null,
    primary key (organization_id, id),
    constraint payer_once unique (organization_id, payer_identifier, name)
);
select enable_tenancy('payer');
