-- A file goes out in steps that are written down: a crash repeats the step it interrupted and no other, so that a partner who takes
-- a file away as soon as it is there gets it once. A control number is used once, ever: when they run out that is an error.
alter sequence interchange_control_number no cycle;

alter table submission
    add column kind text not null default '837',
    add column usage_indicator text check (usage_indicator in ('T', 'P')),
    add column file_name text,
    add column staged_at timestamptz,
    add column answered_at timestamptz;
drop index submission_written;
drop index submission_by_control_number;
create index submission_to_send on submission (organization_id, id) where state in ('WRITTEN', 'STAGED');
create unique index submission_control_number_once on submission (organization_id, interchange_control_number);

-- When the claims of a payer leave: at once, or at set times of the day; by a biller's hand, or by themselves when they are clean.
create table submission_schedule (
    organization_id        text not null default current_setting('app.organization', true),
    payer_id               uuid not null,
    submits_clean_claims   boolean not null,
    send_at                text not null,
    send_on                text not null,
    next_at                timestamptz,
    inquire_after_days     int check (inquire_after_days between 1 and 365),
    inquire_every_days     int check (inquire_every_days between 1 and 365),
    revision               bigint not null default 0,
    primary key (organization_id, payer_id)
);
select enable_tenancy('submission_schedule');
