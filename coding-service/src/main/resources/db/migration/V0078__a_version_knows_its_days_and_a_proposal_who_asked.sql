-- A version is judged anew by the days of its own encounter: late charges may have come with others. Of the versions that are there those of cases that stand as they were
-- released have the days of their cases; of older ones nobody knows them any more, and they go on being judged by those of today.
alter table coding_case_version
    add column setting text,
    add column service_date date,
    add column admission_date date,
    add column discharge_date date;
update coding_case_version v set setting = c.setting, service_date = c.service_date, admission_date = c.admission_date, discharge_date = c.discharge_date
  from coding_case c where c.id = v.case_id and c.version = v.version and c.status = 'RELEASED';

-- A proposal belongs to who asked for it. What is learned of decisions is one for each case and code, and none of notes that are not in the record.
alter table suggestion
    add column asked_by text,
    add column of_record boolean not null default false,
    add column counted boolean not null default false;
update suggestion set counted = true
 where id in (select distinct on (case_id, system, code) id from suggestion where status <> 'PROPOSED' order by case_id, system, code, decided_at);
create unique index on suggestion (organization_id, case_id, system, code) where counted;
