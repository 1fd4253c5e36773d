-- A payer that decides a claim in parts (MA15) may know each by another number (CLP07): a replacement or void names one of them.
alter table claim add column part_claim_numbers text;
