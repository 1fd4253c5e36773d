-- The envelopes of every event, so that a client can ask what happened, in one order that never changes under it.
-- Only envelopes: what an event says stays in Kafka and with the services.

create table feed_event (
    organization_id text        not null,
    position        bigint      not null generated always as identity,
    id              uuid        not null,
    topic           text        not null,
    type            text        not null,
    subject         text        not null,
    sequence        bigint      not null,
    time            timestamptz not null,
    source          text        not null,
    primary key (organization_id, id)
);

create unique index feed_event_in_order on feed_event (organization_id, position);
create index feed_event_of_subject on feed_event (organization_id, subject, position);
create index feed_event_of_topic on feed_event (organization_id, topic, position);

-- events of no organization (organization_id = '') are kept too
select enable_tenancy('feed_event', true);
revoke update, delete on feed_event from ${service_role};
