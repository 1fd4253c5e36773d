-- What coders say about a case is kept as it was said.
create table case_comment (
    id              uuid primary key,
    organization_id text        not null,
    case_id         uuid        not null references coding_case,
    reply_to        uuid references case_comment,
    text            text        not null,
    mentions        varchar[]   not null,
    said_by         text        not null,
    said_at         timestamptz not null,
    resolved_by     text,
    resolved_at     timestamptz,
    note_id         uuid references code_note
);
create index on case_comment (organization_id, case_id, id);
create index on case_comment using gin (mentions);
select enable_tenancy('case_comment');
