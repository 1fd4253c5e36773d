-- A release of codes could be taken back row for row; an edition of facts was only marked, and a release of the index stayed for good. The service's role still may
-- delete no fact and no term of the index: what it may do is to take back a whole edition or a whole release that was loaded.
create function take_back_code_facts(edition bigint) returns void
    language sql security definer set search_path = pg_catalog, public
as $$
    delete from public.code_fact where edition_id = edition;
    delete from public.code_fact_edition where id = edition;
$$;
create function take_back_code_index_release(release bigint) returns void
    language sql security definer set search_path = pg_catalog, public
as $$
    delete from public.code_index_term where release_id = release;
    delete from public.code_index_release where id = release;
$$;
revoke execute on function take_back_code_facts(bigint), take_back_code_index_release(bigint) from public;
grant execute on function take_back_code_facts(bigint), take_back_code_index_release(bigint) to ${service_role};
