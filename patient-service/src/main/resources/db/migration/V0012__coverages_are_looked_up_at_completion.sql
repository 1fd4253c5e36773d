-- An insurance card often comes after the visit is registered: coverages that nobody named are looked up at completion, as of the date of service.
-- Nothing has kept whether somebody named those of the encounters that are here. Taken as named are those of completed ones, which stay as they were told, and of
-- others those that are not what a registration found by itself: the coverages that were there before it (ids are UUIDv7, which sort by time).
alter table encounter add column coverages_named boolean not null default false;
update encounter
   set coverages_named = true
 where version > 0
    or coverage_ids <> array(
           select coverage.id from coverage
            where coverage.organization_id = encounter.organization_id
              and coverage.patient_id = encounter.patient_id
              and coverage.id < encounter.id
              and coverage.effective_from <= encounter.service_date
              and coalesce(coverage.effective_to, 'infinity') >= encounter.service_date
            order by coverage.sequence);
