-- A document may come when the codes of a case are final: who answers for them lists such cases.
create function has_late_documents(documents jsonb) returns boolean language sql immutable as $$
    select documents @> '[{"late": true}]'
$$;
create index on coding_case (organization_id, id) where has_late_documents(documents);
