-- Most of what happens to a version of a claim moves it on its way and leaves alone what it says. Such an update must not read what it
-- says (some kilobytes, from which member_id is made): so what keeps a sent version from changing looks only at updates that name one of
-- those columns, and only after them, since PostgreSQL makes generated columns anew wherever a trigger may change a row before it.
drop trigger claim_version_is_immutable_once_sent on claim_version;
create or replace function claim_version_is_immutable_once_sent() returns trigger language plpgsql as $$
begin
    raise exception 'Version % of claim % has been sent and cannot change', old.version, old.claim_id using errcode = 'integrity_constraint_violation';
end $$;
create trigger claim_version_is_immutable_once_sent
    after update of facts, claim_number, frequency, total_charge_cents, submission_id, sent_at, coordination on claim_version
    for each row
    when (old.sent_at is not null
          and (new.facts, new.claim_number, new.frequency, new.total_charge_cents, new.submission_id, new.sent_at, new.coordination)
              is distinct from (old.facts, old.claim_number, old.frequency, old.total_charge_cents, old.submission_id, old.sent_at, old.coordination))
    execute function claim_version_is_immutable_once_sent();
