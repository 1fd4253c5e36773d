-- What the practice charges, by day, payer, procedure and modifiers. A schedule is replaced whole.
create table fee_schedule (
    organization_id text not null default current_setting('app.organization', true),
    id              uuid not null,
    name            text not null,
    payer_id        uuid,
    effective_from  date not null,
    effective_to    date,
    revision        bigint not null default 0,
    primary key (organization_id, id),
    constraint fee_schedule_once unique (organization_id, name, effective_from),
    check (effective_to is null or effective_to >= effective_from)
);
create table fee_schedule_fee (
    organization_id text not null default current_setting('app.organization', true),
    schedule_id     uuid not null,
    procedure_code  text not null,
    modifiers       text not null,
    amount_cents    bigint not null check (amount_cents >= 0),
    per_unit        boolean not null,
    primary key (organization_id, schedule_id, procedure_code, modifiers),
    foreign key (organization_id, schedule_id) references fee_schedule
);
select enable_tenancy('fee_schedule');
select enable_tenancy('fee_schedule_fee');
