-- Lines of the third encounter of a claim are numbered from 2001 also when the second one has left after it was sent: payers know lines by their
-- numbers. Null while no encounter has left and nothing was sent. Rows are changed in V0135, while nobody waits for the table.
alter table claim add column if not exists gathered_next_place integer;
