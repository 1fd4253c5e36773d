-- What waits for a person already is to be looked at from today.
insert into deadline (id, organization_id, kind, subject_id, due_on, alarm_on, owner_role, basis, state, opened_at)
select gen_random_uuid(), organization_id, 'REMITTANCE', id, current_date + 5, current_date + 3, 'POSTER', 'What a payer has paid is posted within five days', 'OPEN', now()
  from remittance where state in ('QUARANTINED', 'WAITING');

create index remittance_for_person on remittance (organization_id, state, id) where state in ('QUARANTINED', 'WAITING', 'UNAPPLIED');
