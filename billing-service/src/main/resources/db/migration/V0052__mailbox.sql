-- The mailboxes in which files may lie: of each organization one at every connection by which a payer of its has ever been reached, for
-- answers come late. One query, as the role that also reads the list of organizations, then finds where to look.
create table mailbox (
    organization_id text not null default current_setting('app.organization', true),
    connection      text not null,
    primary key (organization_id, connection)
);
select enable_tenancy('mailbox');
grant select on mailbox to "${relay_role}";
create policy relay on mailbox for select to "${relay_role}" using (true);

insert into mailbox (organization_id, connection)
select distinct organization_id, body::jsonb #>> '{profile,connection}' from reference_fact
 where kind = 'payer' and body::jsonb #>> '{profile,connection}' is not null;
