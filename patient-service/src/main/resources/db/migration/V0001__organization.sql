-- The tenant and billing provider. Its id is the organization_id of all that it owns, of itself too, so that one policy guards every table.
create table organization (
    organization_id text not null,
    id uuid not null,
    name text not null,
    npi text not null,
    tax_id text not null,
    taxonomy_code text,
    address jsonb not null,
    pay_to_address jsonb,
    time_zone text not null,
    contact jsonb,
    submitter jsonb not null,
    revision bigint not null,
    primary key (organization_id, id),
    constraint organization_is_its_own check (organization_id = id::text)
);
select enable_tenancy('organization');

-- The platform's administrator belongs to no organization and lists them all: through the relay's role, by name and nothing more.
grant select (id, name) on organization to "${relay_role}";
create policy relay_lists_organizations on organization for select to "${relay_role}" using (true);
create unique index organization_in_order on organization (id);
