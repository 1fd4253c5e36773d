-- What is not billed is told of a day gone by, with who waited for whom: so each change of who has a case, of what state it is in and of what is charged is kept. The times
-- are the case's own. Of cases that are there already the record begins with the last change that they know.
create table coding_case_state (
    id              bigint generated always as identity primary key,
    organization_id text        not null default current_setting('app.organization', true),
    case_id         uuid        not null references coding_case,
    since           timestamptz not null,
    status          text        not null,
    assigned_to     text,
    coded_by        text,
    charge_cents    bigint      not null
);
insert into coding_case_state (organization_id, case_id, since, status, assigned_to, coded_by, charge_cents)
select organization_id, id, changed_at, status, assigned_to, coded_by, charge_cents from coding_case;
create index on coding_case_state (organization_id, case_id, since);
select enable_tenancy('coding_case_state');

create function keep_coding_case_state() returns trigger language plpgsql as $$
begin
    insert into coding_case_state (organization_id, case_id, since, status, assigned_to, coded_by, charge_cents)
    values (new.organization_id, new.id, new.changed_at, new.status, new.assigned_to, new.coded_by, new.charge_cents);
    return null;
end $$;
create trigger coding_case_begins after insert on coding_case
    for each row execute function keep_coding_case_state();
create trigger coding_case_changes after update of status, assigned_to, coded_by, charge_cents on coding_case
    for each row when ((old.status, old.assigned_to, old.coded_by, old.charge_cents)
                       is distinct from (new.status, new.assigned_to, new.coded_by, new.charge_cents))
    execute function keep_coding_case_state();

-- Which questions were open on a day.
create index on coding_query (organization_id, case_id, opened_at) where opened_at is not null;
