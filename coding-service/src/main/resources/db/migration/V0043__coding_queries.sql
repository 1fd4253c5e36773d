-- Questions to clinicians are part of the business record: kept for as long as the organization's policy says after they are closed.
create table coding_query (
    id                uuid primary key,
    organization_id   text        not null,
    case_id           uuid        not null references coding_case,
    encounter_id      uuid        not null,
    practitioner_id   uuid        not null,
    status            text        not null,
    text              jsonb       not null,
    purpose           text        not null generated always as (text ->> 'purpose') stored,
    findings          jsonb       not null,
    asked_by          text        not null,
    created_at        timestamptz not null,
    opened_at         timestamptz,
    due_on            date,
    reminders         integer     not null,
    reminded_on       date,
    escalated_on      date,
    escalated_to      text,
    next_step_on      date,
    answer            jsonb,
    outcome           text,
    withdrawn_because text,
    closed_by         text,
    closed_at         timestamptz,
    keep_until        date,
    revision          bigint      not null
);
create index on coding_query (organization_id, case_id);
create index on coding_query (organization_id, encounter_id);
create index on coding_query (organization_id, practitioner_id, status);
create index on coding_query (organization_id, next_step_on) where next_step_on is not null;
create index on coding_query (organization_id, keep_until) where keep_until is not null;
select enable_tenancy('coding_query');

create table coding_query_template (
    id              uuid primary key,
    organization_id text        not null,
    template        jsonb       not null,
    changed_by      text        not null,
    changed_at      timestamptz not null,
    revision        bigint      not null
);
select enable_tenancy('coding_query_template');
