-- V0077 took a payer before that had paid something as one that has paid, and another as one that has paid at zero: it may have refused all or a part, and its decision can be
-- appealed then. Its remittance says so.
update claim set other_payers = told.other_payers
  from (
    select claim.organization_id, claim.id,
           jsonb_agg(case when decided.adjudication in ('DENIED', 'PARTIALLY_PAID')
                          then other || jsonb_build_object('adjudication', lower(replace(decided.adjudication, '_', '-'))) else other end order by place)::text as other_payers
      from claim
      cross join jsonb_array_elements(claim.other_payers::jsonb) with ordinality as others (other, place)
      left join lateral (
          select remitted.adjudication from remittance_claim remitted
            join claim_version version on version.organization_id = claim.organization_id and version.claim_id = claim.id and version.version = remitted.claim_version
           where remitted.organization_id = claim.organization_id and remitted.claim_id = claim.id and remitted.posting = 'posted' and remitted.status_code <> '25'
             and (other ->> 'sequence')::int = coalesce(remitted.payer_turn,
                 case when remitted.status_code in ('2', '20') then 2 when remitted.status_code in ('3', '21') then 3
                      else coalesce((version.coordination::jsonb ->> 'sequence')::int, 1) end)
           order by remitted.id desc limit 1) decided on other ->> 'adjudication' in ('paid', 'paid-at-zero')
     where claim.other_payers is not null
     group by claim.organization_id, claim.id) told
 where claim.organization_id = told.organization_id and claim.id = told.id and claim.other_payers::jsonb <> told.other_payers::jsonb;
