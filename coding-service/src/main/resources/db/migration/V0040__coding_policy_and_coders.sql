-- One policy per organization; without a row the defaults of the code are in force.
create table coding_policy (
    id              uuid primary key,
    organization_id text        not null unique,
    policy          jsonb       not null,
    changed_by      text        not null,
    changed_at      timestamptz not null,
    revision        bigint      not null
);
select enable_tenancy('coding_policy');

create table coder (
    id              uuid primary key,
    organization_id text        not null,
    subject         text        not null,
    name            text        not null,
    credentials     jsonb       not null,
    specialties     jsonb       not null,
    load_limit      integer,
    active          boolean     not null,
    created_at      timestamptz not null,
    revision        bigint      not null,
    unique (organization_id, subject)
);
select enable_tenancy('coder');

create table code_note (
    id              uuid primary key,
    organization_id text        not null,
    codes           text[]      not null,
    text            text        not null,
    comment_id      uuid,
    made_by         text        not null,
    made_at         timestamptz not null,
    ended_at        timestamptz
);
create index on code_note (organization_id, id) where ended_at is null;
select enable_tenancy('code_note');
