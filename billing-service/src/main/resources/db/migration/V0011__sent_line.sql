-- What was sent for a patient on a day, line by line: the edits of pairs, units, add-on codes, global days and duplicates judge a claim together with what the payer
-- has already. Written with the file that leaves and never changed; whether a line still counts (rejected, replaced, voided) is asked of its claim.
create table sent_line (
    organization_id  text    not null default current_setting('app.organization', true),
    patient_id       uuid    not null,
    service_date     date    not null,
    claim_version_id uuid    not null,
    line_number      integer not null,
    practitioner_id  uuid    not null,
    institutional    boolean not null,
    procedure_code   text    not null,
    modifiers        text[]  not null,
    units            numeric not null,
    charge_cents     bigint  not null,
    primary key (organization_id, patient_id, service_date, claim_version_id, line_number)
);

-- of what was sent before there was this table
insert into sent_line (organization_id, patient_id, service_date, claim_version_id, line_number, practitioner_id, institutional, procedure_code, modifiers, units, charge_cents)
select v.organization_id, c.patient_id, (line ->> 'serviceDate')::date, v.id, (line ->> 'lineNumber')::int,
       coalesce(line ->> 'practitionerId', encounter ->> 'practitionerId')::uuid, coalesce(encounter ->> 'kind' = 'facility', false), line ->> 'procedureCode',
       array(select jsonb_array_elements_text(line -> 'modifiers')), (line ->> 'units')::numeric, (line ->> 'chargeCents')::bigint
  from claim_version v
  join claim c on c.organization_id = v.organization_id and c.id = v.claim_id
  cross join lateral (select v.facts::jsonb -> 'encounter' as encounter) facts
  cross join lateral jsonb_array_elements(encounter -> 'lines') line
 where v.sent_at is not null;

select enable_tenancy('sent_line');
