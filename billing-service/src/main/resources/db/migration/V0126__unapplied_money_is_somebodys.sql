-- What a person puts into unapplied of a payment that was not posted is what it has for claims; PLB goes to its own accounts. Before, all of BPR02 went there: that is what an absent value means.
alter table remittance add column unapplied_cents bigint;

-- What is there still becomes a poster's task from today.
insert into deadline (id, organization_id, kind, subject_id, due_on, alarm_on, owner_role, basis, state, opened_at)
select gen_random_uuid(), organization_id, 'UNAPPLIED_PAYMENT', id, current_date + 30, current_date + 23, 'POSTER',
       'What is put into unapplied finds its claims within thirty days', 'OPEN', now()
  from remittance payment
 where state = 'UNAPPLIED'
   and payment_cents <> (select coalesce(sum(paid_cents), 0) from remittance_claim claim
                          where claim.organization_id = payment.organization_id and claim.remittance_id = payment.id and claim.posting = 'posted');
