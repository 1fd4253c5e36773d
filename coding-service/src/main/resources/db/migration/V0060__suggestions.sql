-- What computer-assisted coding has proposed for a case, and what a person made of it. Evidence is kept as offsets into the note that was sent: the text of a note is
-- never stored here. What coders accept and reject is counted by code, for their own organization only.
create table suggestion (
    id              uuid primary key,
    organization_id text             not null,
    case_id         uuid             not null references coding_case,
    system          text             not null,
    code            text             not null,
    title           text             not null,
    modifiers       jsonb            not null,
    units           integer          not null,
    confidence      double precision not null,
    evidence        jsonb            not null,
    why             jsonb            not null,
    source          text             not null,
    missing         text,
    release         text             not null,
    status          text             not null,
    reason          text,
    decided_by      text,
    decided_at      timestamptz,
    created_at      timestamptz      not null,
    revision        bigint           not null
);
create index on suggestion (organization_id, case_id, id);
select enable_tenancy('suggestion');

create table cac_feedback (
    organization_id text   not null,
    system          text   not null,
    code            text   not null,
    accepted        bigint not null default 0,
    rejected        bigint not null default 0,
    primary key (organization_id, system, code)
);
select enable_tenancy('cac_feedback');
