-- The foreign key of code looked its release up once for each row: 100,000 times the same answer, which took longer than all else that the
-- database does for a load. A statement's rows are of one release; it is now looked up, and held as the key held it, once for each statement.
alter table code drop constraint code_release_id_fkey;

create function code_has_its_release() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public
as $$
declare
    unknown bigint;
begin
    select a.release_id into unknown
    from (select distinct release_id from added) a
    where not exists (select from code_release r where r.id = a.release_id for key share)
    limit 1;
    if found then
        raise foreign_key_violation using message = format('There is no code_release %s', unknown);
    end if;
    return null;
end
$$;
create trigger code_has_its_release after insert on code
    referencing new table as added for each statement execute function code_has_its_release();
comment on column code.release_id is 'of code_release; the trigger code_has_its_release sees to it';
