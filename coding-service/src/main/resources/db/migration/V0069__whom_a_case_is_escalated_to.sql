-- That a case is escalated is recorded once, with whom to and when, as it is of queries: the policy of a later day does not change it. It is of a version:
-- one that is opened again is due anew.
alter table coding_case
    add column escalated_on date,
    add column escalated_to text,
    add column escalated_version integer;
create index on coding_case (organization_id, due_on) where status in ('READY', 'ASSIGNED', 'IN_PROGRESS', 'QUERY_OPEN');
