-- The rendering providers of claims. One NPI is one person, so an organization has it once.
create table practitioner (
    organization_id text not null,
    id uuid not null,
    npi text not null,
    first_name text not null,
    middle_name text,
    last_name text not null,
    taxonomy_code text,
    revision bigint not null,
    primary key (organization_id, id),
    constraint practitioner_npi_once unique (organization_id, npi)
);
select enable_tenancy('practitioner');
