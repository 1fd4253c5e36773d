-- An entry balances for each claim that it names, so that a claim's charge is always what was paid, adjusted and is open with payers and
-- patient: until now verification only found it out. What an entry says of a claim comes in one statement.
--
-- The foreign key of a line asks once more, row by row, what this trigger asks for all rows together: the entry is there. Entries are
-- never deleted. A payment of 50,000 claims has half a million lines.
create or replace function ledger_lines_come_with_their_entry() returns trigger language plpgsql as $$
declare
    stray uuid;
    off record;
begin
    select written.entry_id into stray
      from written left join journal_entry entry on entry.organization_id = written.organization_id and entry.id = written.entry_id
     where entry.id is null or entry.transaction_id <> pg_current_xact_id() or written.line_number > entry.line_count
     limit 1;
    if found then
        raise exception 'Journal entry % is closed: no line can be added', stray using errcode = 'integrity_constraint_violation';
    end if;
    select entry_id, claim_id, sum(amount_cents) as cents into off
      from written where claim_id is not null
     group by organization_id, entry_id, claim_id having sum(amount_cents) <> 0
     limit 1;
    if found then
        raise exception 'Journal entry % is off by % cents for claim %', off.entry_id, off.cents, off.claim_id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;

alter table ledger_line drop constraint ledger_line_organization_id_entry_id_fkey;
