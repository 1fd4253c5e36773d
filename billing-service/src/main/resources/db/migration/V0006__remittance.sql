-- One row per ST of an 835: one payment. The same money (trace, originator, amount, date, payee) posts once, whatever envelope carries it.
create table remittance (
    id                         uuid primary key,
    organization_id            text not null,
    x12_file_id                uuid not null,
    position                   int not null,
    transaction_control_number text not null,
    state                      text not null,
    trace_number               text not null,
    originator                 text not null,
    payer_name                 text not null,
    payee_identifier           text not null,
    payment_cents              bigint not null,
    payment_date               date not null,
    payment_method             text not null,
    claims_paid_cents          bigint not null,
    provider_adjustments_cents bigint not null,
    disagreements              text not null,
    provider_adjustments       text not null,
    explanation                text not null,
    received_at                timestamptz not null
);
create unique index remittance_same_money_posts_once
    on remittance (organization_id, trace_number, originator, payment_cents, payment_date, payee_identifier) where state = 'POSTED';
create index remittance_by_trace on remittance (organization_id, trace_number, originator);

create table remittance_claim (
    id                 uuid primary key,
    organization_id    text not null,
    remittance_id      uuid not null,
    position           int not null,
    claim_number       text not null,
    claim_id           uuid,
    claim_version      int,
    status_code        text not null,
    charge_cents       bigint not null,
    paid_cents         bigint not null,
    patient_cents      bigint not null,
    payer_claim_number text,
    adjudication       text,
    posting            text not null,
    adjustments        text not null
);
create index remittance_claim_of_remittance on remittance_claim (organization_id, remittance_id, position);
create index remittance_claim_of_claim on remittance_claim (organization_id, claim_id) where claim_id is not null;

select enable_tenancy('remittance');
select enable_tenancy('remittance_claim');
