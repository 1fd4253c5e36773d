-- Every finalize of an organization changed the same rows of code_use, those of its commonest codes, and waited for the one before to
-- commit. Now it adds a row here; a background round counts these into code_use. A code has been finalized as often as both together say.
create table code_use_uncounted (
    id              bigint generated always as identity primary key,
    organization_id text   not null default current_setting('app.organization', true),
    systems         text[] not null,
    codes           text[] not null
);
comment on column code_use_uncounted.systems is 'of each of the codes';
select enable_tenancy('code_use_uncounted');
create index on code_use_uncounted (organization_id, id);
-- what is read is the sum of both, so nothing is read in this order; and without it an update of a count touches no index
drop index code_use_organization_id_finalized_idx;
