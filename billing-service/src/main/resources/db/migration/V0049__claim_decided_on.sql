-- The payer's own date of its decision: limits for corrections, reopenings and appeals run from it, not from the day on which it was posted here.
alter table claim add column decided_on date;
