-- A row belongs to one organization, and PostgreSQL itself keeps the others away from it: the application says at each checkout
-- of a connection whose it is (app.organization), and its role cannot bypass the policies. Without an organization nothing is seen.
grant usage on schema public to "${service_role}", "${relay_role}";

-- For every table with a text column organization_id. With allow_none also rows of no organization ('') can be written and, while
-- no organization is set, read.
create function enable_tenancy(table_name regclass, allow_none boolean default false) returns void language plpgsql as $$
begin
    execute format('alter table %s enable row level security', table_name);
    execute format('alter table %s force row level security', table_name);
    execute format(
        'create policy tenant on %s using (organization_id = (select current_setting(''app.organization'', true)))'
        || ' with check (organization_id = (select current_setting(''app.organization'', true)))',
        table_name);
    if not allow_none then
        execute format('alter table %s add check (organization_id <> '''')', table_name);
    end if;
    execute format('grant select, insert, update, delete on %s to "${service_role}"', table_name);
end $$;
revoke execute on function enable_tenancy(regclass, boolean) from public;

-- Whom this service has ever worked for, so that its jobs know whom to visit.
create table known_organization (
    organization_id text primary key
);
select enable_tenancy('known_organization');
grant select on known_organization to "${relay_role}";
create policy relay on known_organization for select to "${relay_role}" using (true);
