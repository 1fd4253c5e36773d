-- What one claim cannot take is parted: an encounter may give several claims to one payer, each with some of the lines.
alter table claim add column part int not null default 1 check (part >= 1);
alter table claim add column split boolean not null default false;
do $$
declare
    once text;
begin
    select conname into strict once from pg_constraint
     where conrelid = 'claim'::regclass and contype = 'u' and pg_get_constraintdef(oid) like '%institutional%';
    execute format('alter table claim drop constraint %I', once);
end $$;
alter table claim add constraint claim_once unique (organization_id, encounter_id, institutional, payer_sequence, part);

-- Several encounters may make one claim (therapy by month, maternity): by which rule and period, and which ones besides its first.
alter table claim add column gathering text;
alter table claim add column gathered_encounters uuid[];
create index claim_gathering on claim (organization_id, patient_id, payer_id, gathering) where gathering is not null;
create index claim_gathered_encounters on claim using gin (gathered_encounters) where gathered_encounters is not null;
