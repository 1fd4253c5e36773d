-- What official files say beside the codes themselves: what else is known of a code, which codes took its place, and how it maps to another classification. All of it
-- is the same for every organization, as the codes are.
alter table code add column attributes json;
comment on column code.attributes is 'what else its file says of the code, an object; null when nothing';

-- Tables of facts about codes, each edition whole: a replacement table, a map. The newest edition of a kind is the one that is read.
create table code_table (
    id             bigint generated always as identity primary key,
    kind           text        not null,
    release        text        not null,
    effective_from date        not null,
    source         text        not null,
    sha256         text        not null,
    rows           integer     not null,
    loaded_at      timestamptz not null,
    unique (kind, release)
);

create table code_replacement (
    table_id      bigint  not null references code_table on delete cascade,
    position      integer not null,
    system        text    not null,
    code_from     text    not null collate "C",
    code_to       text    not null collate "C",
    replaced_by   text    not null collate "C",
    together_with text,
    effective_on  date    not null,
    primary key (table_id, position)
);
create index on code_replacement (table_id, system, code_from);
comment on column code_replacement.code_from is 'first code that was replaced, and all that begin with it; equal to code_to where one was named';
comment on column code_replacement.together_with is 'as published, where several codes together became the one';
comment on column code_replacement.effective_on is 'first day of the code that took the place';

create table code_map (
    table_id    bigint  not null references code_table on delete cascade,
    position    integer not null,
    source_code text    not null collate "C",
    target_code text    collate "C",
    target_title text,
    relation    text,
    primary key (table_id, position)
);
create index on code_map (table_id, source_code);
comment on column code_map.source_code is 'upper case, without the dot';
comment on column code_map.target_code is 'null when the publisher maps the code to nothing that is coded';

-- A release that is published in two files waits here until its other half comes.
create table code_file_part (
    system         text        not null,
    release        text        not null,
    part           text        not null,
    effective_from date        not null,
    sha256         text        not null,
    content        bytea       not null,
    loaded_at      timestamptz not null,
    primary key (system, release, part)
);

grant select, insert on code_table, code_replacement, code_map to ${service_role};
grant select, insert, delete on code_file_part to ${service_role};

-- The service's role may not delete a code. What it may do is to take back a whole release, or a whole table, that was loaded.
create function take_back_code_release(release bigint) returns void
    language sql security definer set search_path = pg_catalog, public
as $$
    delete from public.code where release_id = release;
    delete from public.code_release where id = release;
$$;
create function take_back_code_table(loaded bigint) returns void
    language sql security definer set search_path = pg_catalog, public
as $$
    delete from public.code_table where id = loaded;
$$;
revoke execute on function take_back_code_release(bigint), take_back_code_table(bigint) from public;
grant execute on function take_back_code_release(bigint), take_back_code_table(bigint) to ${service_role};
