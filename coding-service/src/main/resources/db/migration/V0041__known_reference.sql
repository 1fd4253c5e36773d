-- What coding keeps of other services' state, from the state topics: it never calls another service to judge or to sort a case.
create table known_patient (
    organization_id text not null default current_setting('app.organization', true),
    patient_id      uuid not null,
    birth_date      date not null,
    sex             text not null,
    primary key (organization_id, patient_id)
);
select enable_tenancy('known_patient');

create table known_coverage (
    organization_id text not null default current_setting('app.organization', true),
    coverage_id     uuid not null,
    payer_id        uuid not null,
    primary key (organization_id, coverage_id)
);
select enable_tenancy('known_coverage');

create table known_payer (
    organization_id   text    not null default current_setting('app.organization', true),
    payer_id          uuid    not null,
    name              text    not null,
    filing_limit_days integer not null,
    primary key (organization_id, payer_id)
);
select enable_tenancy('known_payer');

create table known_practitioner (
    organization_id text not null default current_setting('app.organization', true),
    practitioner_id uuid not null,
    specialty       text,
    primary key (organization_id, practitioner_id)
);
select enable_tenancy('known_practitioner');
comment on column known_practitioner.specialty is 'provider taxonomy code';

create table known_practice (
    organization_id text primary key default current_setting('app.organization', true),
    time_zone       text not null
);
select enable_tenancy('known_practice');
