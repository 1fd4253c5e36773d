-- A payment that no claim knows by its payer's name asks for the payers. They are few among all that is copied, and were found by reading all of it.
create index reference_payer on reference_fact (organization_id) where kind = 'payer';
