-- What a payment pays for its claims waits for them also where a person has posted all of its cash to unapplied: such payments were not listed, and no claim could take their money.
update remittance_claim set posting = 'unapplied'
  from remittance
 where remittance.organization_id = remittance_claim.organization_id and remittance.id = remittance_claim.remittance_id
   and remittance.state = 'UNAPPLIED' and remittance_claim.posting = 'none' and remittance_claim.paid_cents <> 0;
