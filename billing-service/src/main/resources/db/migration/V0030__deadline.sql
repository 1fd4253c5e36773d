-- What must be done by a day, whichever feature says so. The engine alarms each once and marks what has passed; how long
-- a service was down, or how far a sandbox has moved the clock, changes when that happens and not how often.
create table deadline (
    id              uuid primary key,
    organization_id text not null default current_setting('app.organization', true),
    kind            text not null,
    subject_id      uuid not null,
    due_on          date not null,
    alarm_on        date not null check (alarm_on <= due_on),
    owner_role      text not null,
    assignee        text,
    basis           text not null,
    state           text not null check (state in ('OPEN', 'PASSED', 'MET', 'MET_LATE', 'WITHDRAWN')),
    opened_at       timestamptz not null,
    alarmed_at      timestamptz,
    passed_at       timestamptz,
    closed_at       timestamptz,
    closed_because  text,
    revision        bigint not null default 0,
    check ((state in ('OPEN', 'PASSED')) = (closed_at is null)),
    check (state not in ('PASSED', 'MET_LATE') or passed_at is not null)
);
-- one at a time for each subject and kind
create unique index deadline_running on deadline (organization_id, kind, subject_id) where closed_at is null;
create index deadline_of_subject on deadline (organization_id, subject_id);
create index deadline_to_alarm on deadline (organization_id, alarm_on) where state = 'OPEN' and alarmed_at is null;
create index deadline_to_pass on deadline (organization_id, due_on) where state = 'OPEN';
select enable_tenancy('deadline');

-- An alarm, once given, stays given: nothing can make it ring a second time.
create function deadline_alarms_once() returns trigger language plpgsql as $$
begin
    if old.alarmed_at is not null and new.alarmed_at is distinct from old.alarmed_at then
        raise exception 'Deadline % has been alarmed', old.id using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger deadline_alarms_once before update of alarmed_at on deadline
    for each row execute function deadline_alarms_once();

-- How long a payer gives for a kind of claim, where it differs from what its profile says.
create table filing_limit (
    organization_id text not null default current_setting('app.organization', true),
    payer_id        uuid not null,
    claim_type      text not null check (claim_type in ('ORIGINAL', 'CORRECTED', 'SECONDARY')),
    days            int not null check (days between 1 and 3650),
    counted_from    text not null check (counted_from in ('SERVICE', 'REMITTANCE')),
    revision        bigint not null default 0,
    primary key (organization_id, payer_id, claim_type)
);
select enable_tenancy('filing_limit');
