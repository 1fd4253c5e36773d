-- The days of the next level run from the date of the payer's decision, not from the day on which somebody notes it. Of what is decided already only that day is known.
alter table appeal add column decided_on date;
update appeal a
   set decided_on = (decided_at at time zone coalesce(
           (select body::jsonb -> 'organization' ->> 'timeZone' from reference_fact practice
             where practice.organization_id = a.organization_id and practice.kind = 'practice' and practice.id::text = a.organization_id), 'UTC'))::date
 where state in ('OVERTURNED', 'PARTLY_OVERTURNED', 'UPHELD', 'DISMISSED');

-- How long a payer's contract gives to appeal at a level, where it differs from the law.
create table appeal_limit (
    organization_id text not null default current_setting('app.organization', true),
    payer_id        uuid not null,
    level           text not null,
    days            int not null check (days between 1 and 3650),
    revision        bigint not null default 0,
    primary key (organization_id, payer_id, level)
);
select enable_tenancy('appeal_limit');
