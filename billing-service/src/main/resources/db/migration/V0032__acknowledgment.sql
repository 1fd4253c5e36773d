-- Which file of a receiver said what about which of ours: the proof that a claim arrived, and when.
create table acknowledgment (
    id              uuid primary key,
    organization_id text not null default current_setting('app.organization', true),
    file_id         uuid not null,
    kind            text not null check (kind in ('TA1', '999', '277CA', '277')),
    said            text not null,
    submission_id   uuid,
    claim_number    text,
    received_at     timestamptz not null,
    check (num_nonnulls(submission_id, claim_number) = 1)
);
create index acknowledgment_of_submission on acknowledgment (organization_id, submission_id) where submission_id is not null;
create index acknowledgment_of_claim on acknowledgment (organization_id, claim_number) where claim_number is not null;
select enable_tenancy('acknowledgment');
