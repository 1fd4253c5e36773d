-- Practice is kept apart from real cases: no event is made of it.
create table practice_case (
    id              uuid primary key,
    organization_id text        not null,
    title           text        not null,
    kind            text        not null,
    service_date    date        not null,
    note            text        not null,
    services        jsonb       not null,
    gold            jsonb       not null,
    explanation     text,
    made_by         text        not null,
    made_at         timestamptz not null,
    retired_at      timestamptz
);
select enable_tenancy('practice_case');

create table practice_attempt (
    id               uuid primary key,
    organization_id  text        not null,
    practice_case_id uuid        not null references practice_case,
    coder            text        not null,
    coding           jsonb       not null,
    score            jsonb       not null,
    is_first         boolean     not null,
    made_at          timestamptz not null
);
create unique index on practice_attempt (organization_id, coder, practice_case_id) where is_first;
create index on practice_attempt (organization_id, coder, made_at);
select enable_tenancy('practice_attempt');

-- What figures count of a case beside the case itself, so that they can be told by every dimension that a case has.
alter table coding_case
    add column queries integer not null default 0,
    add column audit_items integer,
    add column audit_right integer;
