-- A case was kept from everybody who may judge an open blind item of it: where every coder audits too, nobody else could work on it. It is kept from who has taken the
-- item alone; whoever has seen the case since does not take it over. What the rules said of what the auditor holds right is noted as well.
alter table coding_audit_item
    add column taken_by text,
    add column correct_findings jsonb;
comment on column coding_audit_item.correct_findings is 'null: judged before it was kept, or not yet';
create table coding_audit_sighting (
    organization_id text not null default current_setting('app.organization', true),
    item_id         uuid not null references coding_audit_item,
    subject         text not null,
    primary key (item_id, subject)
);
select enable_tenancy('coding_audit_sighting');
