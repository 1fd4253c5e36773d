-- A claim is one encounter billed to one payer; what is sent of it is a version with its own number (CLM01), its own
-- way to the payer and the facts that it was made of.
create sequence claim_number_block start with 1000 increment by 1;
grant usage on sequence claim_number_block to ${service_role};

create table claim (
    id                 uuid primary key,
    organization_id    text not null,
    encounter_id       uuid not null,
    patient_id         uuid not null,
    payer_id           uuid not null,
    payer_sequence     int not null,
    number             bigint not null,
    current_version    int not null,
    coding_version     int not null,
    adjudication       text not null,
    adjudication_since timestamptz not null,
    payer_claim_number text,
    owner_role         text not null,
    owner_due          date,
    voided             boolean not null default false,
    created_at         timestamptz not null,
    changed_at         timestamptz not null,
    revision           bigint not null,
    unique (organization_id, encounter_id, payer_sequence),
    unique (organization_id, id)
);
create index claim_of_patient on claim (organization_id, patient_id, id);

create table claim_version (
    id                         uuid primary key,
    organization_id            text not null,
    claim_id                   uuid not null,
    version                    int not null,
    claim_number               text not null check (length(claim_number) between 1 and 20),
    frequency                  text not null check (frequency in ('1', '7', '8')),
    replaces_payer_claim_number text,
    clearinghouse_claim_number text,
    transport                  text not null,
    transport_since            timestamptz not null,
    reason                     text,
    facts                      text not null,
    total_charge_cents         bigint not null,
    findings                   text not null,
    rejections                 text not null,
    submission_id              uuid,
    sent_at                    timestamptz,
    unique (organization_id, claim_number),
    unique (organization_id, claim_id, version),
    foreign key (organization_id, claim_id) references claim (organization_id, id)
);
-- what waits for the submission job, and what a file carried
create index claim_version_queued on claim_version (organization_id, id) where transport = 'QUEUED' and submission_id is null;
create index claim_version_of_submission on claim_version (organization_id, submission_id) where submission_id is not null;

-- What a sent version says is what the payer has: nobody changes it afterwards, raw SQL included.
create function claim_version_is_immutable_once_sent() returns trigger language plpgsql as $$
begin
    if old.sent_at is not null and (new.facts, new.claim_number, new.frequency, new.total_charge_cents, new.submission_id, new.sent_at)
            is distinct from (old.facts, old.claim_number, old.frequency, old.total_charge_cents, old.submission_id, old.sent_at) then
        raise exception 'Version % of claim % has been sent and cannot change', old.version, old.claim_id using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger claim_version_is_immutable_once_sent before update on claim_version
    for each row execute function claim_version_is_immutable_once_sent();

create table claim_history (
    id              uuid primary key,
    organization_id text not null,
    claim_id        uuid not null,
    claim_version   int not null,
    at              timestamptz not null,
    step            text not null,
    detail          text not null
);
create index claim_history_of_claim on claim_history (organization_id, claim_id, id);

select enable_tenancy('claim');
select enable_tenancy('claim_version');
select enable_tenancy('claim_history');
