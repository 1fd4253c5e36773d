-- Events wait here, in the transaction of the change that they tell of, until the relay has brought them to Kafka.
create table outbox (
    id bigint generated always as identity primary key, -- the relay's order; drawn after the aggregate's sequence was locked
    organization_id text not null,
    event_id uuid not null,
    topic text not null,
    type text not null,
    subject text not null,
    sequence bigint not null,
    source text not null,
    time timestamptz not null default clock_timestamp(),
    traceparent text,
    headers text, -- JSON; of a dead letter: the record's own headers, in place of those made of the columns
    payload bytea
);
select enable_tenancy('outbox', true);
grant select, delete on outbox to "${relay_role}";
create policy relay_read on outbox for select to "${relay_role}" using (true);
create policy relay_delete on outbox for delete to "${relay_role}" using (true);
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000,
    autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 100000,
    autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 10000);

-- The last sequence given out per aggregate; its lock keeps an aggregate's events in the order of their commits.
create table outbox_sequence (
    organization_id text not null,
    aggregate uuid primary key, -- made of organization, topic and subject (half of a SHA-256): short, as each event needs it
    last bigint not null
) with (fillfactor = 80);
select enable_tenancy('outbox_sequence', true);

-- What Kafka refuses for good; it holds back what its aggregate tells later, until it is replayed.
create table outbox_set_aside (
    id bigint primary key,
    organization_id text not null,
    event_id uuid not null unique,
    topic text not null,
    type text not null,
    subject text not null,
    sequence bigint not null,
    source text not null,
    time timestamptz not null,
    traceparent text,
    headers text,
    payload bytea,
    reason text not null,
    since timestamptz not null default clock_timestamp()
);
select enable_tenancy('outbox_set_aside', true);
grant select, insert on outbox_set_aside to "${relay_role}";
create policy relay_read on outbox_set_aside for select to "${relay_role}" using (true);
create policy relay_insert on outbox_set_aside for insert to "${relay_role}" with check (true);
