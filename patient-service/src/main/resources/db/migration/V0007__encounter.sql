-- What was done for a patient on a day. Its services stand here as they are now; each completion (late charges make a further one) is
-- kept as it was told, in a table that nobody updates.
create table encounter (
    organization_id text not null,
    id uuid not null,
    patient_id uuid not null,
    practitioner_id uuid not null,
    location_id uuid not null,
    service_date date not null,
    coverage_ids uuid[] not null,
    status text not null,
    version int not null,
    services jsonb not null,
    completed_at timestamptz,
    submitted_at timestamptz,
    void_reason text,
    revision bigint not null,
    primary key (organization_id, id),
    foreign key (organization_id, patient_id) references patient,
    foreign key (organization_id, practitioner_id) references practitioner,
    foreign key (organization_id, location_id) references location
);
select enable_tenancy('encounter');
create index encounter_by_patient on encounter (organization_id, patient_id, id);
create index encounter_by_status on encounter (organization_id, status, id);

create table encounter_completion (
    organization_id text not null,
    encounter_id uuid not null,
    version int not null,
    services jsonb not null,
    completed_at timestamptz not null,
    completed_by text not null,
    primary key (organization_id, encounter_id, version),
    foreign key (organization_id, encounter_id) references encounter
);
select enable_tenancy('encounter_completion');
revoke update, delete on encounter_completion from "${service_role}";

-- The claims of an encounter, as far as it needs to know them: it is closed when the money of each is settled.
create table encounter_claim (
    organization_id text not null,
    claim_id uuid not null,
    encounter_id uuid not null,
    settled boolean not null,
    as_of timestamptz not null,
    primary key (organization_id, claim_id),
    foreign key (organization_id, encounter_id) references encounter
);
select enable_tenancy('encounter_claim');
create index encounter_claim_by_encounter on encounter_claim (organization_id, encounter_id);
