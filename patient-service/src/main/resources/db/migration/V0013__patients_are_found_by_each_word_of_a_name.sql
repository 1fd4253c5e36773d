-- Who looks somebody up types a first and a last name in any order, with or without the hyphen or the apostrophe. One row for each word
-- of a name, and one for each name written in one. A table of its own, because under row-level security PostgreSQL takes a condition
-- into an index only if its operators are leakproof: comparing texts is, LIKE and those of full-text search are not, so that the indexes
-- on lower(last_name) and lower(first_name) were never used.
create table patient_name (
    organization_id text not null,
    patient_id uuid not null,
    word text collate "C" not null,
    primary key (organization_id, word, patient_id),
    foreign key (organization_id, patient_id) references patient (organization_id, id) on delete cascade
);
select enable_tenancy('patient_name');
create index patient_name_by_patient on patient_name (organization_id, patient_id);

-- Names have the characters of X12 (letters A to Z): O'BRIEN is o, brien and obrien; DE LA CRUZ is de, la, cruz and delacruz.
create function patient_name_words(variadic names text[]) returns table (word text) language sql immutable as $$
    select distinct folded from unnest(names) name,
        lateral (select lower(regexp_replace(name, '[^A-Za-z0-9]', '', 'g')) as folded
                 union select lower(part) from regexp_split_to_table(name, '[^A-Za-z0-9]+') part) parts
     where folded <> ''
$$;

-- In the database, so that replicas of the version before keep it too.
create function keep_patient_name() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if (old.first_name, old.middle_name, old.last_name) is not distinct from (new.first_name, new.middle_name, new.last_name) then
            return null;
        end if;
        delete from patient_name where organization_id = new.organization_id and patient_id = new.id;
    end if;
    insert into patient_name (organization_id, patient_id, word)
    select new.organization_id, new.id, word from patient_name_words(new.first_name, new.middle_name, new.last_name)
    on conflict do nothing;
    return null;
end $$;
create trigger patient_name_is_kept after insert or update on patient for each row execute function keep_patient_name();
