-- A case kept what its last audit came to: a second audit replaced the first, and errors nobody had answered looked like those that stand. Each audit of a coding is kept.
-- The columns of the case (audit_items, audit_right, audit_coder) are written no more; who judged it last (audited_by) is.
create table coding_case_audit (
    item_id         uuid        primary key,
    organization_id text        not null default current_setting('app.organization', true),
    case_id         uuid        not null references coding_case,
    coder           text        not null,
    coded_at        timestamptz not null,
    items           integer     not null,
    correct         integer     not null,
    undecided       boolean     not null
);
comment on column coding_case_audit.coded_at is 'when the coding that was judged was finalized';
insert into coding_case_audit (item_id, organization_id, case_id, coder, coded_at, items, correct, undecided)
select i.id, i.organization_id, i.case_id, i.coder,
       coalesce((select v.coded_at from coding_case_version v where v.case_id = i.case_id and v.version = i.case_version), c.coded_at, i.audited_at),
       i.score_items, i.score_right, i.status in ('AUDITED', 'REBUTTED')
  from coding_audit_item i join coding_case c on c.id = i.case_id
 where i.audited_at is not null;
create index on coding_case_audit (organization_id, coded_at);
select enable_tenancy('coding_case_audit');

-- A case that is to be released asks whether it is judged wrong.
create index on coding_audit_item (organization_id, case_id) where status in ('AUDITED', 'REBUTTED');
