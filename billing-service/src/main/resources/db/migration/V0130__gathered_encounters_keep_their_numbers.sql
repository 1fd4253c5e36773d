-- Lines of the second encounter of a claim are numbered from 1001: when the first one leaves, they keep these numbers, by which the payer has
-- paid them. Null where no encounter has left: then the order of the encounters says it.
alter table claim add column gathered_places integer[];
