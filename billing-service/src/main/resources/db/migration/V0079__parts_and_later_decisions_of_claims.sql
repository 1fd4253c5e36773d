-- A payer may decide a claim in parts (MA15): which lines a part is about tells whether another one is the rest of it or the same again. Absent where a claim was decided whole.
alter table remittance_claim add column line_charges text;
-- What a later payer has said, as far as what it moves depends on what the payers before leave to it: they may decide after it, and then it is fitted anew. Absent for a claim's
-- first payer and in what was posted before it was kept: there a person has to look.
alter table remittance_claim add column later_decision text;
