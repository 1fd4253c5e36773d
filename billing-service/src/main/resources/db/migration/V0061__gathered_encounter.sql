-- Which claim gathers an encounter besides its first, to be found by: no index over an array serves under row level security,
-- since PostgreSQL asks the operators of arrays only after the policy.
create table gathered_encounter (
    organization_id text not null,
    encounter_id    uuid not null,
    claim_id        uuid not null,
    primary key (organization_id, encounter_id, claim_id),
    foreign key (organization_id, claim_id) references claim (organization_id, id)
);
insert into gathered_encounter select organization_id, unnest(gathered_encounters), id from claim;
select enable_tenancy('gathered_encounter');
drop index claim_gathered_encounters;

create function claim_gathers() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        delete from gathered_encounter where encounter_id = any(old.gathered_encounters) and claim_id = old.id;
    end if;
    insert into gathered_encounter select new.organization_id, unnest(new.gathered_encounters), new.id;
    return null;
end $$;
create trigger claim_gathers_first after insert on claim
    for each row when (new.gathered_encounters is not null) execute function claim_gathers();
create trigger claim_gathers after update of gathered_encounters on claim
    for each row when (old.gathered_encounters is distinct from new.gathered_encounters) execute function claim_gathers();
