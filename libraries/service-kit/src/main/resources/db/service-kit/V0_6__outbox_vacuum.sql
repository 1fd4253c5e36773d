-- The relay walks past what is deleted and not yet vacuumed each time that it looks: at some thousand rows that cost it a millisecond.
alter table outbox set (autovacuum_vacuum_threshold = 2000);
