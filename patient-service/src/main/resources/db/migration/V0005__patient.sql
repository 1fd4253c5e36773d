-- Patients. Two may share name and birth date (twins do), never a medical record number.
create table patient (
    organization_id text not null,
    id uuid not null,
    first_name text not null,
    middle_name text,
    last_name text not null,
    birth_date date not null,
    sex text not null,
    address jsonb not null,
    phone text,
    medical_record_number text,
    revision bigint not null,
    primary key (organization_id, id),
    constraint patient_record_number_once unique (organization_id, medical_record_number),
    constraint patient_sex_known check (sex in ('female', 'male', 'unknown'))
);
select enable_tenancy('patient');

-- The front desk looks people up by the beginning of a name, or by birth date.
create index patient_by_last_name on patient (organization_id, lower(last_name) text_pattern_ops);
create index patient_by_first_name on patient (organization_id, lower(first_name) text_pattern_ops);
create index patient_by_birth_date on patient (organization_id, birth_date);
