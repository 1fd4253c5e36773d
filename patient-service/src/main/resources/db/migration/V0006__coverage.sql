-- A patient's insurance. On any day each place in the order of payers is held by one coverage at most: billing takes the first as
-- primary. The database keeps that too, as two desks may register at the same moment.
create extension if not exists btree_gist;

create table coverage (
    organization_id text not null,
    id uuid not null,
    patient_id uuid not null,
    payer_id uuid not null,
    member_id text not null,
    group_number text,
    group_name text,
    sequence int not null,
    relationship_to_subscriber text not null,
    subscriber jsonb,
    effective_from date not null,
    effective_to date,
    revision bigint not null,
    primary key (organization_id, id),
    foreign key (organization_id, patient_id) references patient,
    foreign key (organization_id, payer_id) references payer,
    constraint coverage_period_in_order check (effective_to is null or effective_to >= effective_from),
    constraint coverage_subscriber_named check ((relationship_to_subscriber = 'self') = (subscriber is null)),
    constraint coverage_sequence_once exclude using gist (
        organization_id with =,
        patient_id with =,
        sequence with =,
        daterange(effective_from, effective_to, '[]') with &&
    )
);
select enable_tenancy('coverage');
create index coverage_by_patient on coverage (organization_id, patient_id, id);
create index coverage_by_payer on coverage (organization_id, payer_id);
