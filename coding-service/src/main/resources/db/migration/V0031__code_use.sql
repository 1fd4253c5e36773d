-- How often an organization has finalized a code: its own search puts what it uses often higher. Nothing of it is seen by another.
create table code_use (
    organization_id text    not null,
    system          text    not null,
    code            text    not null collate "C",
    finalized       bigint  not null,
    primary key (organization_id, system, code)
);
select enable_tenancy('code_use');
create index on code_use (organization_id, finalized desc);
