-- One step for all claims of a query, done one claim at a time: what is done is known, what fails says why, and both survive a crash.
create table bulk_action (
    id              uuid primary key,
    organization_id text not null default current_setting('app.organization', true),
    action          text not null,
    reason          text,
    insurance_type  text,
    query           text not null,
    requested_by    text not null,
    requested_at    timestamptz not null,
    unique (organization_id, id)
);
create table bulk_action_item (
    organization_id text not null default current_setting('app.organization', true),
    bulk_action_id  uuid not null,
    claim_id        uuid not null,
    state           text not null default 'WAITING' check (state in ('WAITING', 'DONE', 'FAILED')),
    problem         text,
    detail          text,
    primary key (organization_id, bulk_action_id, claim_id),
    foreign key (organization_id, bulk_action_id) references bulk_action (organization_id, id)
);
create index bulk_action_item_waiting on bulk_action_item (organization_id, bulk_action_id, claim_id) where state = 'WAITING';
select enable_tenancy('bulk_action');
select enable_tenancy('bulk_action_item');
