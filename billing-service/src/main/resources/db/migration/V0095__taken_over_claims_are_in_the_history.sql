-- What a former system has sent was held against no later claim: its lines were written nowhere, since no file of ours carried them.
insert into sent_line (organization_id, patient_id, service_date, claim_version_id, line_number, practitioner_id, institutional, procedure_code, modifiers, units, charge_cents, through)
select v.organization_id, c.patient_id, (line ->> 'serviceDate')::date, v.id, (line ->> 'lineNumber')::int,
       coalesce(line ->> 'practitionerId', encounter ->> 'practitionerId')::uuid, coalesce(encounter ->> 'kind' = 'facility', false),
       line ->> 'procedureCode', array(select jsonb_array_elements_text(line -> 'modifiers')), (line ->> 'units')::numeric,
       (line ->> 'chargeCents')::bigint, (line -> 'details' ->> 'through')::date
  from claim_version v
  join claim c on c.organization_id = v.organization_id and c.id = v.claim_id
  cross join lateral (select v.facts::jsonb -> 'encounter' as encounter) facts
  cross join lateral jsonb_array_elements(encounter -> 'lines') line
 where v.sent_at is not null and v.submission_id is null
on conflict do nothing;
