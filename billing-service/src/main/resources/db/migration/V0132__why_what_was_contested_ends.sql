-- What payers refused, or paid too little, of an encounter that was voided, and whose charges have left the books, is nothing to contest: why and when it
-- was closed so, where no payment has done it. Rows are changed in the next files, while nobody waits for these tables.
alter table denial add column if not exists closed_because text, add column if not exists closed_at timestamptz;
alter table underpayment add column if not exists withdrawn_because text;
