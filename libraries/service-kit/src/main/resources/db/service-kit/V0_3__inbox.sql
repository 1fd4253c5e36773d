-- Which events this service has taken in, by id; kept for as long as Kafka may deliver them again.
create table inbox (
    organization_id text not null,
    event_id uuid not null,
    received_at timestamptz not null default clock_timestamp(),
    primary key (organization_id, event_id)
);
select enable_tenancy('inbox', true);
create index on inbox using brin (received_at);
grant select, delete on inbox to "${relay_role}";
create policy relay_read on inbox for select to "${relay_role}" using (true);
create policy relay_delete on inbox for delete to "${relay_role}" using (true);

-- How far each aggregate has been applied; it also refuses repeats whose inbox row is gone.
create table inbox_sequence (
    organization_id text not null,
    topic text not null,
    subject text not null,
    last bigint not null,
    primary key (organization_id, topic, subject)
) with (fillfactor = 80);
select enable_tenancy('inbox_sequence', true);

-- What could not be applied: parked (goes on by itself when what it waits for comes) or a dead letter (goes on when it is
-- replayed). The record is kept as it crossed Kafka, so that a later release can read what this one could not.
create table stuck_event (
    id uuid not null, -- the event's, or made from the record's place when it has none
    organization_id text not null,
    state text not null check (state in ('parked', 'dead-lettered')),
    topic text not null,
    subject text not null,
    sequence bigint not null,
    type text not null,
    time timestamptz,
    headers text not null,
    payload bytea,
    reason text not null,
    waits_for text, -- the subject of the state event that is missing
    since timestamptz not null default clock_timestamp(),
    attempts int not null default 1,
    tried_at timestamptz not null default clock_timestamp(),
    died_at timestamptz, -- when it first became a dead letter: it is published once
    primary key (organization_id, id)
);
select enable_tenancy('stuck_event', true);
create index on stuck_event (organization_id, topic, subject, sequence);
create index on stuck_event (organization_id, waits_for) where waits_for is not null;
grant select on stuck_event to "${relay_role}";
create policy relay_read on stuck_event for select to "${relay_role}" using (true);
