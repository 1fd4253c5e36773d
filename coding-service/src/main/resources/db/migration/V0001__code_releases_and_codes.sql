-- Code systems are the same for every organization, so these tables have no tenant and no row-level security: the service reads them whole.
-- A release is written once, in one transaction, and never edited: the service's role may add codes but neither change nor delete one.
create table code_release (
    id             bigint generated always as identity primary key,
    system         text        not null,
    label          text        not null,
    effective_from date        not null,
    source         text        not null,
    licence        text        not null,
    sha256         text        not null,
    codes          integer     not null,
    loaded_at      timestamptz not null,
    activated_at   timestamptz,
    unique (system, label)
);

create table code (
    release_id       bigint  not null references code_release,
    position         integer not null,
    code             text    not null collate "C",
    billable         boolean not null,
    parent           text    collate "C",
    display          text    not null,
    long_description text,
    valid_from       date,
    valid_to         date,
    primary key (release_id, code)
);
comment on column code.position is 'place in the order of the release, which is not that of the alphabet';
comment on column code.code is 'upper case, without the dot';
comment on column code.billable is 'false: a header, which only groups the codes under it';
comment on column code.long_description is 'null when it equals display';
comment on column code.valid_from is 'first day of the code itself, null when it is as old as its release';
comment on column code.valid_to is 'last day of the code itself, null when it has none';

grant select, insert on code_release, code to ${service_role};
grant update (activated_at) on code_release to ${service_role};
