-- What was refused, or paid too little, of encounters that were voided, and whose charges have left the books, is closed with its deadlines and appeals.
with voided as (
    update denial set state = 'TAKEN_BACK', closed_because = 'The encounter was voided, or its coding leaves nothing for the claim', closed_at = now()
      from claim
     where claim.organization_id = denial.organization_id and claim.id = denial.claim_id and claim.voided and claim.charges_taken_out and denial.state = 'OPEN'
    returning denial.organization_id, denial.id, denial.closed_because)
update deadline set state = 'WITHDRAWN', closed_at = now(), closed_because = voided.closed_because, revision = revision + 1
  from voided
 where deadline.organization_id = voided.organization_id and deadline.kind = 'APPEAL' and deadline.subject_id = voided.id and deadline.closed_at is null;

with ended as (
    update appeal set state = 'WITHDRAWN', decided_at = now(), outcome_reason = 'The encounter was voided, or its coding leaves nothing for the claim', revision = appeal.revision + 1
      from claim
     where claim.organization_id = appeal.organization_id and claim.id = appeal.claim_id and claim.voided and claim.charges_taken_out and appeal.state in ('PREPARED', 'SENT')
    returning appeal.organization_id, appeal.id, appeal.outcome_reason)
update deadline set state = 'WITHDRAWN', closed_at = now(), closed_because = ended.outcome_reason, revision = revision + 1
  from ended
 where deadline.organization_id = ended.organization_id and deadline.kind = 'APPEAL_ANSWER' and deadline.subject_id = ended.id and deadline.closed_at is null;

update underpayment set state = 'WITHDRAWN', disputed_at = decided_at, decided_at = now(), revision = underpayment.revision + 1,
       withdrawn_because = 'The encounter was voided, or its coding leaves nothing for the claim'
  from claim
 where claim.organization_id = underpayment.organization_id and claim.id = underpayment.claim_id and claim.voided and claim.charges_taken_out
   and underpayment.state in ('OPEN', 'DISPUTED');
