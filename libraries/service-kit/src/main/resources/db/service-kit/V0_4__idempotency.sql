-- The first answer to each write, kept for 24 hours so that a client may safely send it again. The key and what it belongs to
-- (organization, subject, method, path) are one SHA-256, the answer is encrypted: the row shows nothing of a patient.
create table idempotency_record (
    organization_id text not null,
    id bytea not null,
    fingerprint bytea not null, -- SHA-256 of query and body
    answer bytea not null,
    stored_at timestamptz not null default clock_timestamp(),
    primary key (organization_id, id)
);
select enable_tenancy('idempotency_record', true);
create index on idempotency_record using brin (stored_at);
grant select, delete on idempotency_record to "${relay_role}";
create policy relay_read on idempotency_record for select to "${relay_role}" using (true);
create policy relay_delete on idempotency_record for delete to "${relay_role}" using (true);
