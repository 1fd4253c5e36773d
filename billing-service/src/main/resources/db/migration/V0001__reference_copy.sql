-- Billing builds a claim without calling another service: it keeps its own copy of what the state topics say,
-- as the event said it, and the newest coding of every encounter.
create table reference_fact (
    organization_id text not null default current_setting('app.organization', true),
    kind            text not null,
    id              uuid not null,
    body            text not null,
    changed_at      timestamptz not null default now(),
    primary key (organization_id, id, kind)
);


select enable_tenancy('reference_fact');
