-- CMS's tables for the edits of claims are the same for every organization, so they have no tenant and no row-level security. A release is loaded whole, seen by
-- nobody until it is activated, never edited, and taken back whole. The service reads a table whole into memory: its rows are kept as blocks of compressed lines,
-- which are a twentieth of what rows of their own with an index would be.
create table edit_table_release (
    id             bigint generated always as identity primary key,
    table_id       text        not null,
    label          text        not null,
    effective_from date        not null,
    rows           integer     not null,
    loaded_at      timestamptz not null,
    activated_at   timestamptz,
    unique (table_id, label)
);

-- CMS parts the pairs of a quarter into several files.
create table edit_table_part (
    release_id bigint      not null references edit_table_release on delete cascade,
    part       text        not null,
    file_name  text        not null,
    sha256     text        not null,
    rows       integer     not null,
    loaded_at  timestamptz not null,
    primary key (release_id, part)
);
comment on column edit_table_part.sha256 is 'of the rows as they are kept, so that the same table is known again however it was packed';

create table edit_table_block (
    release_id bigint  not null,
    part       text    not null,
    position   integer not null,
    rows       integer not null,
    content    bytea   not null,
    primary key (release_id, part, position),
    foreign key (release_id, part) references edit_table_part on delete cascade
);
alter table edit_table_block alter column content set storage external; -- it is compressed already

grant select, insert, delete on edit_table_release, edit_table_part, edit_table_block to ${service_role};
grant update (rows, activated_at) on edit_table_release to ${service_role};
