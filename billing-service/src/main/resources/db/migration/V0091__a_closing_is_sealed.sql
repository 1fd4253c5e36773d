-- What a closing keeps comes with it and not after it, in the order of the months, and is in a hash that also has the closing before: a
-- total, an open item or a closing in between that is changed, added or gone is seen. Closings of before have no hash.
--
-- The closing itself is written last: whoever writes totals or items to one that is there comes too late, and what has none at commit
-- is refused by its foreign key.
alter table ledger_period add column content_hash bytea check (octet_length(content_hash) = 32);
alter table ledger_period_total alter constraint ledger_period_total_organization_id_through_fkey deferrable initially deferred;
alter table ledger_open_item alter constraint ledger_open_item_organization_id_through_fkey deferrable initially deferred;

create function ledger_closing_is_over() returns trigger language plpgsql as $$
declare
    late date;
begin
    select written.through into late
      from written join ledger_period period on period.organization_id = written.organization_id and period.through = written.through
     limit 1;
    if found then
        raise exception 'The closing of % is over', late using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create trigger ledger_period_total_comes_with_its_closing after insert on ledger_period_total
    referencing new table as written for each statement execute function ledger_closing_is_over();
create trigger ledger_open_item_comes_with_its_closing after insert on ledger_open_item
    referencing new table as written for each statement execute function ledger_closing_is_over();

create function ledger_period_follows_the_last() returns trigger language plpgsql as $$
begin
    if exists (select from ledger_period later where later.organization_id = new.organization_id and later.through > new.through) then
        raise exception 'A month after % is closed', new.through using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create trigger ledger_period_follows_the_last after insert on ledger_period
    for each row execute function ledger_period_follows_the_last();

-- Of what the closing before had, and of each total and each open item as a text of which there is one only.
create function ledger_period_digest(organization text, closed date) returns bytea language sql stable as $$
    select sha256(coalesce((select content_hash from ledger_period where organization_id = organization and through < closed order by through desc limit 1), ''::bytea)
        || coalesce((select string_agg(sha256(convert_to(jsonb_strip_nulls(to_jsonb(total))::text, 'UTF8')), ''::bytea order by account, payer_id, reason)
                       from ledger_period_total total where organization_id = organization and through = closed), ''::bytea)
        || coalesce((select string_agg(sha256(convert_to(jsonb_strip_nulls(to_jsonb(item))::text, 'UTF8')), ''::bytea order by account, claim_id, payer_id, patient_id)
                       from ledger_open_item item where organization_id = organization and through = closed), ''::bytea))
$$;
