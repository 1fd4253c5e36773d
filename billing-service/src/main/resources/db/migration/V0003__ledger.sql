-- The ledger is double entry and append only. The database holds that by itself, whoever writes:
--   * an entry says how many lines it has, and at commit has exactly these, numbered 1 to n, and they sum to zero;
--   * a line comes in the transaction of its entry, so that a closed entry cannot grow;
--   * nothing is ever updated or deleted.
-- In amount_cents a debit is positive, a credit negative.
create table journal_entry (
    id              uuid not null,
    organization_id text not null default current_setting('app.organization', true),
    kind            text not null,
    occurred_on     date not null,
    posted_at       timestamptz not null default now(),
    memo            text,
    line_count      int not null check (line_count >= 2),
    transaction_id  xid8 not null default pg_current_xact_id(),
    primary key (organization_id, id)
);

create table ledger_line (
    organization_id text not null default current_setting('app.organization', true),
    entry_id        uuid not null,
    line_number     int not null check (line_number >= 1),
    account         text not null,
    amount_cents    bigint not null check (amount_cents <> 0),
    patient_id      uuid,
    claim_id        uuid,
    payer_id        uuid,
    remittance_id   uuid,
    claim_line      int,
    reason          text,
    primary key (organization_id, entry_id, line_number),
    foreign key (organization_id, entry_id) references journal_entry (organization_id, id)
);
create index ledger_line_of_claim on ledger_line (organization_id, claim_id) include (account, amount_cents, claim_line) where claim_id is not null;
create index ledger_line_of_patient on ledger_line (organization_id, patient_id) include (account, amount_cents) where patient_id is not null;
create index ledger_line_of_remittance on ledger_line (organization_id, remittance_id) where remittance_id is not null;

select enable_tenancy('journal_entry');
select enable_tenancy('ledger_line');

-- who writes an entry cannot choose its transaction
revoke insert, update, delete, truncate on journal_entry from ${service_role};
revoke update, delete, truncate on ledger_line from ${service_role};
grant insert (id, organization_id, kind, occurred_on, memo, line_count) on journal_entry to ${service_role};

create function journal_entry_must_balance() returns trigger language plpgsql as $$
declare
    lines int;
    difference numeric;
begin
    select count(*), coalesce(sum(amount_cents), 0) into lines, difference
      from ledger_line where organization_id = new.organization_id and entry_id = new.id;
    if lines <> new.line_count then
        raise exception 'Journal entry % has % lines instead of %', new.id, lines, new.line_count using errcode = 'integrity_constraint_violation';
    end if;
    if difference <> 0 then
        raise exception 'Journal entry % is off by % cents', new.id, difference using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger journal_entry_must_balance after insert on journal_entry
    deferrable initially deferred for each row execute function journal_entry_must_balance();

create function ledger_lines_come_with_their_entry() returns trigger language plpgsql as $$
declare
    stray uuid;
begin
    select written.entry_id into stray
      from written left join journal_entry entry on entry.organization_id = written.organization_id and entry.id = written.entry_id
     where entry.id is null or entry.transaction_id <> pg_current_xact_id() or written.line_number > entry.line_count
     limit 1;
    if found then
        raise exception 'Journal entry % is closed: no line can be added', stray using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create trigger ledger_lines_come_with_their_entry after insert on ledger_line
    referencing new table as written for each statement execute function ledger_lines_come_with_their_entry();

create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger is append only: correct it by a reversal' using errcode = 'integrity_constraint_violation';
end $$;
create trigger journal_entry_is_append_only before update or delete or truncate on journal_entry
    for each statement execute function ledger_is_append_only();
create trigger ledger_line_is_append_only before update or delete or truncate on ledger_line
    for each statement execute function ledger_is_append_only();
