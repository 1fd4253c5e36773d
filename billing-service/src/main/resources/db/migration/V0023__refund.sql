-- What is owed back: asked for on paper or seen as a credit, approved, sent, and acknowledged by the payer's remittance.
create table refund (
    id                 uuid primary key,
    organization_id    text not null,
    claim_id           uuid not null,
    patient_id         uuid not null,
    payer_id           uuid,
    against            text not null,
    amount_cents       bigint not null check (amount_cents > 0),
    payer_reference    text,
    payer_claim_number text,
    reason             text not null,
    requested_on       date not null,
    due_on             date,
    state              text not null,
    check_number       text,
    paid_on            date,
    acknowledged_by    uuid,
    requested_by       text not null,
    decided_by         text,
    decided_at         timestamptz,
    decision_reason    text,
    revision           bigint not null
);
create index refund_of_claim on refund (organization_id, claim_id);
create index refund_paid on refund (organization_id, payer_id, amount_cents) where state = 'PAID';
create index refund_acknowledged on refund (organization_id, acknowledged_by) where acknowledged_by is not null;
select enable_tenancy('refund');
