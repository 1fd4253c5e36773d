-- Who touched patient data. Each row carries the hash of the row before it in its organization's chain, so that a row that was
-- changed, removed or put in between is found by computing the chain again.

create table audit_event (
    organization_id text        not null,
    position        bigint      not null check (position > 0),
    id              uuid        not null,
    at              timestamptz not null,
    service         text        not null,
    actor           text        not null,
    action          text        not null,
    entity_type     text        not null,
    entity_id       text,
    outcome         text        not null,
    purpose         text,
    address         text,
    request_id      text,
    previous_hash   bytea       not null check (length(previous_hash) = 32),
    hash            bytea       not null check (length(hash) = 32),
    primary key (organization_id, position),
    unique (organization_id, id)
);

create index audit_event_of_entity on audit_event (organization_id, entity_id, position);
create index audit_event_in_time on audit_event (organization_id, at);

-- events of no organization (organization_id = '') have a chain of their own
select enable_tenancy('audit_event', true);

-- Append only: the service may not change a row, and neither may anybody else without first taking this trigger away.
revoke update, delete, truncate on audit_event from ${service_role};

create function audit_event_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'The audit trail is append only';
end
$$;

create trigger audit_event_is_append_only
    before update or delete or truncate on audit_event
    for each statement execute function audit_event_is_append_only();
