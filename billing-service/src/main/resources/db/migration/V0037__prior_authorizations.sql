-- What payers have authorized for a patient, and which lines of claims took units of it. ("authorization" is a reserved word.)
create table prior_authorization (
    organization_id text not null default current_setting('app.organization', true),
    id              uuid not null,
    number          text not null,
    kind            text not null check (kind in ('authorization', 'referral')),
    payer_id        uuid not null,
    patient_id      uuid not null,
    provider_npi    text,
    effective_from  date not null,
    effective_to    date not null,
    services        text not null,
    revision        bigint not null default 0,
    primary key (organization_id, id),
    constraint prior_authorization_once unique (organization_id, payer_id, patient_id, number),
    check (effective_to >= effective_from)
);
create table prior_authorization_use (
    organization_id  text not null default current_setting('app.organization', true),
    authorization_id uuid not null,
    service_index    int not null,
    claim_id         uuid not null,
    line_number      int not null,
    units            numeric not null check (units > 0),
    primary key (organization_id, claim_id, line_number, authorization_id),
    foreign key (organization_id, authorization_id) references prior_authorization
);
create index prior_authorization_use_of on prior_authorization_use (organization_id, authorization_id);
select enable_tenancy('prior_authorization');
select enable_tenancy('prior_authorization_use');
