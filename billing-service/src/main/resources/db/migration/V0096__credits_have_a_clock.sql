-- A payer's credit has to go back within sixty days from when it is found: those that are in the books already count from today.
insert into deadline (id, organization_id, kind, subject_id, due_on, alarm_on, owner_role, basis, state, opened_at)
select distinct on (organization_id, claim_id) gen_random_uuid(), organization_id, 'CREDIT_BALANCE', claim_id, current_date + 60, current_date + 46, 'BILLING_MANAGER',
       'Overpayments are returned within sixty days after they are found', 'OPEN', now()
  from (select organization_id, claim_id from ledger_line where account = 'INSURANCE_RECEIVABLE' and claim_id is not null
         group by organization_id, claim_id, payer_id having sum(amount_cents) < 0) credit;
