-- Which later payer of the claim has settled what was refused: when that payer takes its decision back, or its posting is undone, the refusal is open again. Absent in all others.
alter table denial add column settled_by_payer_id uuid;
