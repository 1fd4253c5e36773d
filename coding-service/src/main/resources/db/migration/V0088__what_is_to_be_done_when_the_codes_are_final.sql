-- A document that came when the codes were final, and an error that an audit upheld after the bill, stood on nobody's list: each is a task of somebody now, with a due day,
-- until the document is seen or the case amended. What was late or upheld before is a task from today on.
create table coding_task (
    id              uuid primary key,
    organization_id text        not null,
    kind            text        not null,
    case_id         uuid        not null references coding_case,
    encounter_id    uuid        not null,
    subject_id      uuid        not null,
    document_kind   text,
    audit_id        uuid,
    raised_by       text,
    raised_at       timestamptz not null,
    assigned_to     text,
    due_on          date        not null,
    closed_at       timestamptz,
    closed_by       text,
    outcome         text,
    reason          text,
    unique (organization_id, case_id, subject_id)
);
comment on column coding_task.subject_id is 'the document, or the item of the audit';
comment on column coding_task.raised_by is 'who added the document, or judged the item; null where it was not told';
create index on coding_task (organization_id, id) where closed_at is null;
create index on coding_task (organization_id, assigned_to, id) where closed_at is null;
select enable_tenancy('coding_task');

insert into coding_task (id, organization_id, kind, case_id, encounter_id, subject_id, document_kind, raised_at, assigned_to, due_on)
select gen_random_uuid(), c.organization_id, 'LATE_DOCUMENT', c.id, c.encounter_id, cast(document ->> 'id' as uuid), document ->> 'kind', now(),
       coalesce(c.assigned_to, case when not c.passed_through then c.coded_by end), current_date + 7
  from coding_case c cross join lateral jsonb_array_elements(c.documents) document
 where has_late_documents(c.documents) and document @> '{"late": true}' and c.status <> 'VOID';

insert into coding_task (id, organization_id, kind, case_id, encounter_id, subject_id, audit_id, raised_by, raised_at, assigned_to, due_on)
select gen_random_uuid(), item.organization_id, 'AUDIT_ERROR', item.case_id, c.encounter_id, item.id, item.audit_id, item.auditor, now(),
       case when c.passed_through then audit.begun_by else item.coder end, current_date + 7
  from coding_audit_item item
  join coding_audit audit on audit.id = item.audit_id
  join coding_case c on c.id = item.case_id
 where item.status = 'UPHELD' and audit.plan ->> 'stage' = 'after-bill' and c.status = 'RELEASED'
   and c.coded_at = cast(item.coded ->> 'codedAt' as timestamptz);
