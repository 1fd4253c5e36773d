-- The Alphabetic Index and its tables are the same for every organization, as codes are: no tenant, no row-level security. A release is written once and never edited.
create table code_index_release (
    id             bigint generated always as identity primary key,
    index_table    text        not null,
    label          text        not null,
    effective_from date        not null,
    sha256         text        not null,
    terms          integer     not null,
    loaded_at      timestamptz not null,
    unique (index_table, label)
);

create table code_index_term (
    id         bigint   primary key,
    release_id bigint   not null references code_index_release,
    parent_id  bigint,
    level      smallint not null,
    title      text     not null,
    modifiers  text     not null,
    path       text     not null,
    search     text     not null collate "C",
    see        text,
    see_also   text,
    see_terms  bigint[] not null,
    codes      text[]   not null,
    subterms   boolean  not null
);
comment on column code_index_term.id is 'a million times the release, plus the place of the term in it: index order';
comment on column code_index_term.search is 'the path in lower case, a blank before each word';
comment on column code_index_term.see_terms is 'the terms that see and see also name, where their words say which';
comment on column code_index_term.codes is 'as printed; in a table with columns one of each, empty where there is none';

create index on code_index_term (parent_id, id);
create index on code_index_term (release_id, search);

grant select, insert on code_index_release, code_index_term to ${service_role};
