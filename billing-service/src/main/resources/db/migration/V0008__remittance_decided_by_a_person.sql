-- A payment that was not posted by itself has a way out: a named person posts its cash to unapplied, accepts it or discards it.
-- Whatever moved the payment's cash counts as the same money, so that nobody moves it twice.
alter table remittance add column revision bigint not null default 0;
alter table remittance add column decided_by text;
alter table remittance add column decided_at timestamptz;
alter table remittance add column decision_reason text;
drop index remittance_same_money_posts_once;
create unique index remittance_same_money_posts_once
    on remittance (organization_id, trace_number, originator, payment_cents, payment_date, payee_identifier) where state in ('POSTED', 'UNAPPLIED');
