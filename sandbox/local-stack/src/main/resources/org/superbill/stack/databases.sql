-- One service's database and its three roles; run once per service, as superuser, with psql's variables
-- database, owner, service, relay, owner_password, service_password, relay_password.
-- No service can connect to another's database. The owner migrates (row-level security does not hold it back),
-- the service's role and the relay's role cannot bypass row-level security.
create role :"owner" login bypassrls password :'owner_password';
create role :"service" login nobypassrls nosuperuser nocreatedb nocreaterole password :'service_password';
create role :"relay" login nobypassrls nosuperuser nocreatedb nocreaterole password :'relay_password';
create database :"database" owner :"owner";
revoke all on database :"database" from public;
grant connect on database :"database" to :"owner", :"service", :"relay";
