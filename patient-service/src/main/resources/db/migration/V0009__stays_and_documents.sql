-- A stay differs from an office visit: where it took place, from when to when. The clinician may enter diagnoses beside the services.
alter table encounter add column setting text;
alter table encounter add column admission_date date;
alter table encounter add column discharge_date date;
alter table encounter add column diagnoses jsonb;

-- What the record holds of an encounter, as text. A document is never edited: a correction is a further document.
create table encounter_document (
    organization_id text not null,
    id uuid not null,
    encounter_id uuid not null,
    kind text not null,
    title text,
    text text not null,
    sha256 text not null,
    created_at timestamptz not null,
    created_by text not null,
    primary key (organization_id, id),
    foreign key (organization_id, encounter_id) references encounter
);
select enable_tenancy('encounter_document');
revoke update, delete on encounter_document from "${service_role}";
create index encounter_document_by_encounter on encounter_document (organization_id, encounter_id, id);
