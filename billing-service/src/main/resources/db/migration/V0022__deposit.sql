-- What the bank's statement shows, one row per line, and what was announced that it has to show: remittances and refunds that were sent.
create table deposit (
    id              uuid primary key,
    organization_id text not null,
    line_hash       text not null,
    shown_on        date not null,
    amount_cents    bigint not null check (amount_cents <> 0),
    description     text not null,
    trace_number    text,
    originator      text,
    state           text not null,
    received_at     timestamptz not null,
    revision        bigint not null,
    unique (organization_id, line_hash)
);
create index deposit_open on deposit (organization_id, trace_number) where state = 'OPEN';

create table expected_payment (
    id              uuid primary key,
    organization_id text not null,
    trace_number    text not null,
    originator      text not null,
    name            text not null,
    amount_cents    bigint not null check (amount_cents <> 0),
    announced_on    date not null,
    deposit_id      uuid references deposit (id),
    matched_by      text,
    matched_at      timestamptz,
    withdrawn       boolean not null
);
create index expected_payment_awaited on expected_payment (organization_id, trace_number) where deposit_id is null and not withdrawn;
create index expected_payment_of_deposit on expected_payment (organization_id, deposit_id) where deposit_id is not null;

select enable_tenancy('deposit');
select enable_tenancy('expected_payment');
