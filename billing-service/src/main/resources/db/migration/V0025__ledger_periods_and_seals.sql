-- Months of the books are closed and stay closed; what was posted is sealed into a chain; who posted by hand is in the entry.
--
-- booked_on is the day under which an entry counts: that on which it occurred, or the first open day when the month of that day was
-- closed before the entry came. Later migrations may add columns to journal_entry and ledger_line only as nullable ones: a column
-- without a value is no part of what was sealed (ledger_entry_digest).
alter table journal_entry add column deferred_to date check (deferred_to > occurred_on);
alter table journal_entry add column booked_on date not null generated always as (coalesce(deferred_to, occurred_on)) stored;
alter table journal_entry add column posted_by text;
alter table journal_entry add column authority text;
alter table journal_entry add column reverses_entry_id uuid;
grant insert (deferred_to, posted_by, authority, reverses_entry_id) on journal_entry to ${service_role};
alter table journal_entry add check ((posted_by is null) = (authority is null));
create index journal_entry_by_day on journal_entry (organization_id, booked_on, id);
create index journal_entry_by_transaction on journal_entry (organization_id, transaction_id, id);
create index journal_entry_by_hand on journal_entry (organization_id, booked_on) where authority is not null;

-- A receivable is somebody's, and what a payer calls its own (CO, OA, PI) never becomes a patient's. Rows of before are examined by
-- verification.
alter table ledger_line add constraint ledger_line_receivable_is_somebodys check (
    account <> 'INSURANCE_RECEIVABLE' or payer_id is not null) not valid;
alter table ledger_line add constraint ledger_line_patient_receivable_is_somebodys check (
    account <> 'PATIENT_RECEIVABLE' or patient_id is not null) not valid;
alter table ledger_line add constraint ledger_line_payers_part_is_no_patients check (
    account <> 'PATIENT_RECEIVABLE' or reason is null or reason !~ '^(CO|OA|PI)-') not valid;

-- One row per closing: everything up to this day is closed. There is no way back.
create table ledger_period (
    organization_id text not null default current_setting('app.organization', true),
    through         date not null check (through = (date_trunc('month', through) + interval '1 month' - interval '1 day')::date),
    closed_by       text not null,
    closed_at       timestamptz not null,
    seal_position   bigint not null,
    seal_hash       bytea not null,
    primary key (organization_id, through)
);

-- What each account had moved in all until the end of a closed period, by payer and reason: a balance is these and the lines since.
create table ledger_period_total (
    organization_id text not null default current_setting('app.organization', true),
    through         date not null,
    account         text not null,
    payer_id        uuid,
    reason          text,
    debit_cents     numeric not null,
    credit_cents    numeric not null,
    unique nulls not distinct (organization_id, through, account, payer_id, reason),
    foreign key (organization_id, through) references ledger_period (organization_id, through)
);

-- What was open at the end of a closed period: one row for each claim and each who owes for it.
create table ledger_open_item (
    organization_id   text not null default current_setting('app.organization', true),
    through           date not null,
    account           text not null,
    claim_id          uuid,
    payer_id          uuid,
    patient_id        uuid,
    balance_cents     bigint not null check (balance_cents <> 0),
    responsible_since date not null,
    unique nulls not distinct (organization_id, through, account, claim_id, payer_id, patient_id),
    foreign key (organization_id, through) references ledger_period (organization_id, through)
);

-- The chain: hash = sha256(hash before || digest of the entry); before the first stands sha256 of the organization.
create table ledger_seal (
    organization_id text not null default current_setting('app.organization', true),
    position        bigint not null check (position >= 1),
    entry_id        uuid not null,
    hash            bytea not null check (octet_length(hash) = 32),
    sealed_at       timestamptz not null default now(),
    primary key (organization_id, position),
    unique (organization_id, entry_id)
);

select enable_tenancy('ledger_period');
select enable_tenancy('ledger_period_total');
select enable_tenancy('ledger_open_item');
select enable_tenancy('ledger_seal');

do $$
declare
    kept text;
begin
    foreach kept in array array['ledger_period', 'ledger_period_total', 'ledger_open_item', 'ledger_seal'] loop
        execute format('revoke update, delete, truncate on %I from "${service_role}"', kept);
        execute format('create trigger %I before update or delete or truncate on %I for each statement execute function ledger_is_append_only()',
            kept || '_is_append_only', kept);
    end loop;
end $$;

-- All that an entry says, as a text of which there is one only, and its digest. The caller's time zone has to be UTC.
create function ledger_entry_content(entry journal_entry) returns text language sql stable as $$
    select jsonb_build_object(
               'entry', jsonb_strip_nulls(to_jsonb(entry)),
               'lines', (select jsonb_agg(jsonb_strip_nulls(to_jsonb(line)) - 'organization_id' - 'entry_id' order by line.line_number)
                           from ledger_line line where line.organization_id = entry.organization_id and line.entry_id = entry.id))::text
$$;

create function ledger_entry_digest(entry journal_entry) returns bytea language sql stable as $$
    select sha256(convert_to(ledger_entry_content(entry), 'UTF8'))
$$;

-- Closing waits for postings under way, and postings for a closing: whoever posts holds the lock together with the others, whoever
-- closes holds it alone.
create function ledger_period_lock(organization text) returns bigint language sql immutable as $$
    select hashtextextended(organization || '/ledger-period', 25)
$$;

-- The first day that is open to the current organization, and stays so until the end of the transaction; null when none was closed.
create function ledger_opens_on() returns date language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock_shared(ledger_period_lock(current_setting('app.organization', true)));
    return (select max(through) + 1 from ledger_period where organization_id = current_setting('app.organization', true));
end $$;

create function journal_entry_is_of_an_open_period() returns trigger language plpgsql as $$
declare
    late record;
begin
    perform pg_advisory_xact_lock_shared(ledger_period_lock(organization_id)) from (select distinct organization_id from written) posting;
    select written.id, written.booked_on into late
      from written join ledger_period period on period.organization_id = written.organization_id and period.through >= written.booked_on
     limit 1;
    if found then
        raise exception 'Journal entry % is booked on %, in a closed period', late.id, late.booked_on using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create trigger journal_entry_is_of_an_open_period after insert on journal_entry
    referencing new table as written for each statement execute function journal_entry_is_of_an_open_period();
