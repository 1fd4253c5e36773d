-- Within how many days an organization returns what patients have paid too much; until it says so, those that the code names.
create table credit_terms (
    organization_id text not null default current_setting('app.organization', true) primary key,
    patient_days    int not null check (patient_days between 1 and 3650),
    revision        bigint not null default 0
);
select enable_tenancy('credit_terms');

-- The credits that are in the books already count from today.
insert into deadline (id, organization_id, kind, subject_id, due_on, alarm_on, owner_role, basis, state, opened_at)
select distinct on (organization_id, patient_id) gen_random_uuid(), organization_id, 'PATIENT_CREDIT', patient_id, current_date + 60, current_date + 46, 'BILLING_MANAGER',
       'What a patient has paid too much goes back within sixty days (42 CFR 489.41(b), of Medicare''s; the organization''s own days take its place)', 'OPEN', now()
  from (select organization_id, patient_id from ledger_line where account = 'PATIENT_RECEIVABLE' and patient_id is not null
         group by organization_id, patient_id, claim_id having sum(amount_cents) < 0) credit;
