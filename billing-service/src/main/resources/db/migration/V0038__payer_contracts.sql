-- What payers have agreed to allow, by day, procedure and modifiers. A contract is replaced whole.
create table payer_contract (
    organization_id text not null default current_setting('app.organization', true),
    id              uuid not null,
    payer_id        uuid not null,
    name            text not null,
    effective_from  date not null,
    effective_to    date,
    terms           text not null,
    revision        bigint not null default 0,
    primary key (organization_id, id),
    constraint payer_contract_once unique (organization_id, payer_id, effective_from),
    check (effective_to is null or effective_to >= effective_from)
);
create table payer_contract_rate (
    organization_id text not null default current_setting('app.organization', true),
    contract_id     uuid not null,
    procedure_code  text not null,
    modifiers       text not null,
    amount_cents    bigint not null check (amount_cents >= 0),
    per_unit        boolean not null,
    primary key (organization_id, contract_id, procedure_code, modifiers),
    foreign key (organization_id, contract_id) references payer_contract
);
select enable_tenancy('payer_contract');
select enable_tenancy('payer_contract_rate');
