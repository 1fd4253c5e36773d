-- The last closing could be deleted unseen: nothing came after it. It takes its place in the chain of seals as an entry does, so that its seal is there when it is gone.
-- Those of before are sealed at the end of the chain by the job that seals entries.
alter table ledger_seal alter column entry_id drop not null;
alter table ledger_seal add column closing date;
alter table ledger_seal add constraint ledger_seal_is_of_one check ((entry_id is null) <> (closing is null));
create index ledger_seal_of_closing on ledger_seal (organization_id, closing) where closing is not null;

-- By the server's clock; closed_at is by the clock of the business, which may be anywhere.
alter table ledger_period add column recorded_at timestamptz not null default now();

-- All that a closing says, as a text of which there is one only, and its digest. Like that of an entry it wants the caller's time zone to be UTC.
create function ledger_closing_content(closing ledger_period) returns text language sql stable as $$
    select jsonb_build_object('closing', jsonb_strip_nulls(to_jsonb(closing)))::text
$$;
create function ledger_closing_digest(closing ledger_period) returns bytea language sql stable as $$
    select sha256(convert_to(ledger_closing_content(closing), 'UTF8'))
$$;
