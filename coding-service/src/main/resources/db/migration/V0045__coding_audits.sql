-- An audit keeps the population that its sample was drawn of, so that the same seed draws the same cases whatever has become of them,
-- and each drawn case as it was coded then.
create table coding_audit (
    id              uuid primary key,
    organization_id text        not null,
    plan            jsonb       not null,
    seed            bigint      not null,
    population      jsonb       not null,
    standard        numeric     not null,
    begun_by        text        not null,
    begun_at        timestamptz not null
);
select enable_tenancy('coding_audit');
revoke update, delete on coding_audit from ${service_role};

create table coding_audit_item (
    id                 uuid primary key,
    organization_id    text    not null,
    audit_id           uuid    not null references coding_audit,
    case_id            uuid    not null references coding_case,
    case_version       integer not null,
    coder              text    not null,
    coded              jsonb   not null,
    status             text    not null,
    auditor            text,
    audited_at         timestamptz,
    correct            jsonb,
    score_items        integer not null,
    score_right        integer not null,
    errors             jsonb   not null,
    rebuttal           text,
    decision           text,
    decided_by         text,
    corrective_action  text,
    corrective_due_on  date,
    corrective_done_at timestamptz,
    revision           bigint  not null,
    unique (audit_id, case_id)
);
create index on coding_audit_item (organization_id, audit_id, id);
create index on coding_audit_item (organization_id, coder, audited_at);
select enable_tenancy('coding_audit_item');
