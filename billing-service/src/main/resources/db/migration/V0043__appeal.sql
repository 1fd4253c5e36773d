-- An appeal contests refusals of one claim at one level; its outcome stays, and the next level is an appeal of its own.
create table appeal (
    id              uuid primary key,
    organization_id text not null,
    claim_id        uuid not null,
    patient_id      uuid not null,
    level           text not null,
    state           text not null,
    follows         uuid,
    amount_cents    bigint not null check (amount_cents > 0),
    recovered_cents bigint,
    argument        text not null,
    enclosures      text not null,
    advice          text,
    due             date not null,
    answer_due      date,
    prepared_by     text not null,
    prepared_at     timestamptz not null,
    sent_at         timestamptz,
    sent_by_way     text,
    decided_at      timestamptz,
    outcome_reason  text,
    revision        bigint not null,
    unique (organization_id, id)
);
create index appeal_of_claim on appeal (organization_id, claim_id, id);
create index appeal_open on appeal (organization_id, due, id) where state in ('PREPARED', 'SENT');

create table appeal_denial (
    organization_id text not null default current_setting('app.organization', true),
    appeal_id       uuid not null,
    denial_id       uuid not null,
    primary key (organization_id, appeal_id, denial_id),
    foreign key (organization_id, appeal_id) references appeal (organization_id, id)
);
create index appeal_denial_of_denial on appeal_denial (organization_id, denial_id);

-- documents that go with letters, as they were uploaded
create table appeal_enclosure (
    id              uuid primary key,
    organization_id text not null default current_setting('app.organization', true),
    appeal_id       uuid not null,
    name            text not null,
    media_type      text not null,
    content         bytea not null,
    foreign key (organization_id, appeal_id) references appeal (organization_id, id)
);
create index appeal_enclosure_of_appeal on appeal_enclosure (organization_id, appeal_id, id);
select enable_tenancy('appeal');
select enable_tenancy('appeal_denial');
select enable_tenancy('appeal_enclosure');
