-- What official publications say of codes beside the releases themselves: the notes of the tabular list, which codes are exempt from present-on-admission reporting,
-- the Medicare Code Editor's lists. The same for every organization, as the codes are. An edition is written whole and never edited; it can be withdrawn, and is
-- then as if it had not been loaded.
create table code_fact_edition (
    id             bigint generated always as identity primary key,
    kind           text        not null,
    label          text        not null,
    effective_from date        not null,
    source         text        not null,
    licence        text        not null,
    sha256         text        not null,
    facts          integer     not null,
    loaded_at      timestamptz not null,
    withdrawn_at   timestamptz,
    unique (kind, label)
);

create table code_fact (
    edition_id bigint  not null references code_fact_edition,
    position   integer not null,
    subject    text    not null collate "C",
    fact       text    not null,
    detail     text    not null,
    primary key (edition_id, position)
);
comment on column code_fact.subject is 'a code in upper case without the dot, a block as A00-A09, the number of a chapter, or the name of a list';
comment on column code_fact.fact is 'what is said of it, e.g. excludes1, poa-exempt';

grant select, insert on code_fact_edition, code_fact to ${service_role};
grant update (withdrawn_at) on code_fact_edition to ${service_role};
