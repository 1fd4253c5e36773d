-- What a bank has shown and takes back (a returned item) is cleared by the deposit that it takes back.
alter table deposit add column returns_deposit_id uuid;
create unique index deposit_returned_once on deposit (organization_id, returns_deposit_id) where returns_deposit_id is not null;
