-- A patient may have paid too much beside any claim, as a former system's books say; and what was sent may be stopped or come back, then
-- be sent again: each time it is another payment that the bank is to show. Refunds of before were paid once, by their own id.
alter table refund alter column claim_id drop not null;
alter table refund add check (claim_id is not null or payer_id is null);
alter table refund add column payment_id uuid;
