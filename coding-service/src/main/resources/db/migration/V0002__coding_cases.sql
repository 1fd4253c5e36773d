-- One coding case per encounter. A released version is kept as it was told to billing: an amendment is a new version, never an edit.
create table coding_case (
    id                uuid primary key,
    organization_id   text        not null,
    encounter_id      uuid        not null,
    encounter_version integer     not null,
    patient_id        uuid        not null,
    practitioner_id   uuid        not null,
    location_id       uuid        not null,
    coverage_ids      jsonb       not null,
    service_date      date        not null,
    services          jsonb       not null,
    status            text        not null,
    version           integer     not null,
    version_reason    text,
    diagnoses         jsonb       not null,
    lines             jsonb       not null,
    findings          jsonb       not null,
    warnings          jsonb       not null,
    assigned_to       text,
    created_at        timestamptz not null,
    changed_at        timestamptz not null,
    revision          bigint      not null,
    unique (organization_id, encounter_id)
);
create index on coding_case (organization_id, status, id);
select enable_tenancy('coding_case');

create table coding_case_version (
    id              uuid primary key,
    organization_id text        not null,
    case_id         uuid        not null references coding_case,
    version         integer     not null,
    reason          text,
    services        jsonb       not null,
    diagnoses       jsonb       not null,
    lines           jsonb       not null,
    findings        jsonb       not null,
    coded_by        text        not null,
    coded_at        timestamptz not null,
    unique (case_id, version)
);
select enable_tenancy('coding_case_version');
revoke update, delete on coding_case_version from ${service_role};

-- An encounter may be voided before we hear that it was completed: what is here never becomes a case.
create table voided_encounter (
    organization_id text not null,
    encounter_id    uuid primary key
);
select enable_tenancy('voided_encounter');
