-- A service of several days (DTP*472 RD8): the medically unlikely edits count its units on each of them, divided by their number. Absent for a service of one day.
alter table sent_line add column through date;

-- of what was sent before; only the few versions that tell of such a day are read
update sent_line s set through = (line -> 'details' ->> 'through')::date
  from claim_version v
 cross join lateral jsonb_array_elements(v.facts::jsonb -> 'encounter' -> 'lines') line
 where v.sent_at is not null and v.facts like '%"through"%' and v.organization_id = s.organization_id and v.id = s.claim_version_id
   and (line ->> 'lineNumber')::int = s.line_number and (line ->> 'serviceDate')::date = s.service_date and line -> 'details' ->> 'through' is not null;
