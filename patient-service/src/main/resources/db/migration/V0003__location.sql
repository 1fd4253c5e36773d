-- Where services are given. Without an NPI and an address it is the organization's own place and needs no loop of its own in a claim.
create table location (
    organization_id text not null,
    id uuid not null,
    name text not null,
    place_of_service text not null,
    npi text,
    address jsonb,
    revision bigint not null,
    primary key (organization_id, id),
    constraint location_name_once unique (organization_id, name)
);
select enable_tenancy('location');
