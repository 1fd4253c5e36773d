-- A facility's claim that replaces another or takes it back says why by a condition code (D0 to D9, E0); like all that it says, it does not change once it is sent.
alter table claim_version add column change_reason text;
create trigger claim_version_keeps_its_change_reason
    after update of change_reason on claim_version
    for each row
    when (old.sent_at is not null and new.change_reason is distinct from old.change_reason)
    execute function claim_version_is_immutable_once_sent();
