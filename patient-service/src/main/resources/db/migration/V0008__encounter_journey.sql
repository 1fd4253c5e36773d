-- The story of an encounter, for people: a line for each thing that happened to it here or that another service told. Only ever added to.
create table journey_step (
    organization_id text not null,
    id uuid not null,
    encounter_id uuid not null,
    at timestamptz not null,
    step text not null,
    detail text not null,
    claim_id uuid,
    event_id uuid,
    primary key (organization_id, id),
    foreign key (organization_id, encounter_id) references encounter
);
select enable_tenancy('journey_step');
revoke update, delete on journey_step from "${service_role}";
create index journey_step_by_encounter on journey_step (organization_id, encounter_id, id);
