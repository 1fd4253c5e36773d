-- Codings of which no claim is made, since they name no coverage. Those that came before this was kept are not known here.
create table uncovered_encounter (
    organization_id text not null default current_setting('app.organization', true),
    coding_case_id  uuid not null,
    encounter_id    uuid not null,
    patient_id      uuid not null,
    kind            text,
    service_date    date not null,
    charge_cents    bigint not null,
    coded_at        timestamptz not null,
    primary key (organization_id, coding_case_id)
);
create index uncovered_encounter_of on uncovered_encounter (organization_id, encounter_id);
select enable_tenancy('uncovered_encounter');
