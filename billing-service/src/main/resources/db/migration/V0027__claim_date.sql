-- What ageing counts from, as the books keep it: when a claim's services were rendered, and when it was first billed.
create table ledger_claim_date (
    organization_id text not null default current_setting('app.organization', true),
    claim_id        uuid not null,
    service_date    date not null,
    first_billed_on date not null,
    primary key (organization_id, claim_id)
);
select enable_tenancy('ledger_claim_date');

insert into ledger_claim_date (organization_id, claim_id, service_date, first_billed_on)
select organization_id, claim_id, min((facts::jsonb -> 'encounter' ->> 'serviceDate')::date), min(sent_at)::date
  from claim_version where sent_at is not null group by organization_id, claim_id;
