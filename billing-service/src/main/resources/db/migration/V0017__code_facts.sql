-- What coding-service publishes of codes, as it publishes it: one file a code system or list, taken whole when it has
-- changed there. It belongs to no organization: codes are the same for all.
create table code_fact_file (
    name       text primary key,
    version    text not null,
    content    bytea not null,
    fetched_at timestamptz not null
);
grant select, insert, update, delete on code_fact_file to ${service_role};
