-- The table of the small application that the kit's HTTP side is tested with.
create table note (
    id uuid primary key,
    organization_id text not null,
    text text not null,
    label text,
    revision bigint not null,
    unique (organization_id, label)
);
select enable_tenancy('note');
