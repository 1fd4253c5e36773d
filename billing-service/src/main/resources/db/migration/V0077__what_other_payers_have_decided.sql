-- While one payer is billed, what the others in their turns have decided is kept with the claim, so that each of them can be corrected
-- and taken back. Of claims that a later payer has already, the claim to it says what those before have decided.
alter table claim add column other_payers text;
update claim set other_payers = (
    select jsonb_agg(jsonb_build_object(
               'sequence', prior -> 'sequence',
               'payerClaimNumber', prior -> 'claimNumber',
               'adjudication', case when (prior ->> 'paid')::numeric > 0 then 'paid' else 'paid-at-zero' end,
               'decidedOn', prior -> 'decidedOn'))::text
      from claim_version, jsonb_array_elements(coordination::jsonb -> 'priorPayers') prior
     where claim_version.organization_id = claim.organization_id and claim_id = claim.id and version = current_version)
 where billing_sequence > 1;
