-- What payers are asked about claims (276) and what they answer (277).
create table status_inquiry (
    id                 uuid primary key,
    organization_id    text not null default current_setting('app.organization', true),
    claim_id           uuid not null,
    claim_number       text not null,
    payer_id           uuid not null,
    reason             text not null check (reason in ('DEMAND', 'SCHEDULE')),
    state              text not null check (state in ('WAITING', 'ASKED', 'ANSWERED')),
    waiting_since      timestamptz not null,
    asked_at           timestamptz,
    submission_id      uuid,
    answered_at        timestamptz,
    answer_file_id     uuid,
    payer_claim_number text,
    statuses           text,
    check ((state = 'WAITING') = (submission_id is null))
);
-- a payer is not asked again about a claim while its answer is awaited
create unique index status_inquiry_open on status_inquiry (organization_id, claim_id) where state <> 'ANSWERED';
create index status_inquiry_waiting on status_inquiry (organization_id, payer_id, id) where state = 'WAITING';
create index status_inquiry_of_claim on status_inquiry (organization_id, claim_id, id);
create index status_inquiry_of_payer on status_inquiry (organization_id, payer_id, waiting_since);
select enable_tenancy('status_inquiry');
