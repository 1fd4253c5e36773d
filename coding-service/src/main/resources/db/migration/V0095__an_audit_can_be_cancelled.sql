-- A blind audit that nobody goes on with kept its cases from everybody who may judge them, and before the bill from billing: it can be ended, and is kept with the reason.
-- A corrective action says who found it done, which its coder does not.
create table coding_audit_cancellation (
    audit_id        uuid primary key references coding_audit,
    organization_id text        not null,
    reason          text        not null,
    cancelled_by    text        not null,
    cancelled_at    timestamptz not null
);
select enable_tenancy('coding_audit_cancellation');
revoke update, delete on coding_audit_cancellation from ${service_role};

alter table coding_audit_item
    add column corrective_done_by text;
comment on column coding_audit_item.corrective_done_by is 'null: not done, or done before it was kept';
