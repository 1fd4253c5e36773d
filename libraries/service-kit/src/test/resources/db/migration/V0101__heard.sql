-- What the sample has heard, so that tests can see it.
create table heard (
    organization_id text not null,
    subject text not null,
    text text not null,
    place bigint generated always as identity
);
select enable_tenancy('heard');

create table known_patient (
    organization_id text not null,
    id uuid not null,
    last_name text not null,
    primary key (organization_id, id)
);
select enable_tenancy('known_patient');

create table observed (
    organization_id text not null,
    id uuid primary key,
    topic text not null
);
select enable_tenancy('observed', true);

-- The outbox bench's measure: one row, nothing else.
create table plain (
    id bigint generated always as identity primary key,
    organization_id text not null,
    payload bytea not null
);
select enable_tenancy('plain');
