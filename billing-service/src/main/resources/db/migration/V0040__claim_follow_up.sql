-- A claim can be taken back from its payer, billed to the next payer in turn or to the patient, and its timeline says from whom
-- or what each step came.
alter table claim add column billed_to text not null default 'PAYER' check (billed_to in ('PAYER', 'PATIENT'));
alter table claim add column billing_sequence int not null default 1 check (billing_sequence >= 1);
create index claim_by_owner on claim (organization_id, owner_role, owner_due, id);

-- what a version to a later payer says of the payers before it
alter table claim_version add column coordination text;

alter table claim_history add column actor text;
alter table claim_history add column source_kind text;
alter table claim_history add column source_id text;

create or replace function claim_version_is_immutable_once_sent() returns trigger language plpgsql as $$
begin
    if old.sent_at is not null and (new.facts, new.claim_number, new.frequency, new.total_charge_cents, new.submission_id, new.sent_at, new.coordination)
            is distinct from (old.facts, old.claim_number, old.frequency, old.total_charge_cents, old.submission_id, old.sent_at, old.coordination) then
        raise exception 'Version % of claim % has been sent and cannot change', old.version, old.claim_id using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
