-- What a named person moved in the books, why, and on whose authority; it is taken back by another row, never changed.
create table ledger_adjustment (
    id              uuid not null,
    organization_id text not null,
    kind            text not null,
    reason          text not null,
    note            text,
    claim_id        uuid not null,
    patient_id      uuid not null,
    payer_id        uuid,
    to_payer_id     uuid,
    amount_cents    bigint not null check (amount_cents > 0),
    authority       text not null,
    posted_by       text not null,
    posted_at       timestamptz not null,
    entry_id        uuid not null,
    reverses        uuid,
    primary key (organization_id, id),
    unique (organization_id, reverses),
    foreign key (organization_id, entry_id) references journal_entry (organization_id, id),
    foreign key (organization_id, reverses) references ledger_adjustment (organization_id, id)
);
create index ledger_adjustment_of_claim on ledger_adjustment (organization_id, claim_id, id);

-- How much of one claim each role may give up; null is without limit. An organization without a row has the limits that docs/ledger.md tells.
create table write_off_limits (
    id                    uuid primary key,
    organization_id       text not null unique,
    poster_cents          bigint check (poster_cents >= 0),
    biller_cents          bigint check (biller_cents >= 0),
    billing_manager_cents bigint check (billing_manager_cents >= 0),
    changed_by            text not null,
    changed_at            timestamptz not null,
    revision              bigint not null
);

select enable_tenancy('ledger_adjustment');
select enable_tenancy('write_off_limits');
revoke update, delete, truncate on ledger_adjustment from ${service_role};
create trigger ledger_adjustment_is_append_only before update or delete or truncate on ledger_adjustment
    for each statement execute function ledger_is_append_only();
