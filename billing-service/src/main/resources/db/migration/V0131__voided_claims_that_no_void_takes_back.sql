-- Of an encounter that was voided a payer that takes no voids may have decided the claim: its charges leave the books all the same, and the
-- verification of the books has to know it.
alter table claim add column charges_taken_out boolean not null default false;
