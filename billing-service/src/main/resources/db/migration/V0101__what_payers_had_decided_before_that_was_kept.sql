-- A payer that passed a claim on, or whose decision a person had to look at, decided it by its adjustments all the same (V0093): of what was posted before that was kept the rows say
-- their adjustments, and it is made of them as it has been since: of CARCs the refusals are all but those below, and of the patient's part (PR) where it is not the patient's. Estimates,
-- reversals and what was returned as unprocessable (MA130) decide nothing.
with adjusted as (
    select claim.id, claim.paid_cents, adjustment ->> 'line' as line, adjustment -> 'remarks' as remarks,
           (adjustment ->> 'amountCents')::bigint > 0
           and adjustment ->> 'carc' not in ('24', '44', '45', '59', '94', '103', '118', '131', '132', '137', '139', '223', '235', '237', '246', '271', '281', '303', 'A2', 'B10', 'P12', 'P23', 'P24', 'P25', 'P26', 'P29', '253', '104', '105', '245', '144', '161', '23', '209')
           and (adjustment ->> 'group' <> 'PR' or adjustment ->> 'carc' not in ('1', '2', '3', '66', '142', '241', '247', '248')) as refuses
      from remittance_claim claim left join lateral jsonb_array_elements(claim.adjustments::jsonb) adjustment on true
     where claim.decision is null and claim.adjudication in ('FORWARDED', 'NEEDS_REVIEW') and claim.posting = 'posted' and claim.status_code not in ('22', '25')),
by_line as (
    select id, paid_cents, line, coalesce(bool_or(refuses), false) as refused, coalesce(bool_or(remarks @> '["MA130"]'), false) as unprocessable
      from adjusted group by id, paid_cents, line),
decided as (
    select id, case when not bool_or(refused) then case when paid_cents = 0 then 'PAID_AT_ZERO' else 'PAID' end
                    when paid_cents = 0 and bool_and(refused or line is null) then 'DENIED'
                    else 'PARTIALLY_PAID' end as decision
      from by_line group by id, paid_cents having not bool_or(unprocessable))
update remittance_claim claim set decision = decided.decision from decided where claim.id = decided.id;
