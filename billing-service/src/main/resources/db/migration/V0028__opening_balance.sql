-- What was taken over from a former system's books: once for each claim and each patient, whatever is sent again.
create table opening_balance (
    organization_id text not null default current_setting('app.organization', true),
    key             text not null, -- claim:CONTROL-NUMBER or patient:ID
    content_hash    text not null,
    former_system   text not null,
    claim_id        uuid,
    patient_id      uuid not null,
    entry_id        uuid,
    imported_by     text not null,
    imported_at     timestamptz not null,
    primary key (organization_id, key),
    foreign key (organization_id, entry_id) references journal_entry (organization_id, id)
);
select enable_tenancy('opening_balance');
revoke update, delete, truncate on opening_balance from ${service_role};

-- A claim that a former system sent, of an encounter that nobody here knows: other services are told nothing of it.
alter table claim add column taken_over boolean not null default false;
