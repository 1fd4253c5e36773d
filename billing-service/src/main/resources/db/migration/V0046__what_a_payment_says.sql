-- The same money that comes again saying other things is no duplicate but a question: what a payment says has a digest of its own,
-- whatever envelope carries it and in whatever order. And money that waits for its claim is found again by the member when the claim
-- arrives, without reading its file.
alter table remittance add column content_hash text;
alter table remittance_claim add column member_id text;
-- Payers give one trace number to several notices without money: those are told apart by what they say.
drop index remittance_same_money_posts_once;
create unique index remittance_same_money_posts_once
    on remittance (organization_id, trace_number, originator, payment_cents, payment_date, payee_identifier)
 where state in ('POSTED', 'UNAPPLIED') and payment_cents <> 0;
-- A payment that waits for what it takes back, or for what takes back the one before it, is judged again when that was posted:
-- judged_up_to is the last that it was judged with.
alter table remittance add column judged_up_to uuid;
create index remittance_waiting on remittance (organization_id, id) where state = 'WAITING';
