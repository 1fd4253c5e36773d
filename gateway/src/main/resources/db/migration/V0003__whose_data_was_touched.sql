-- Who looked at this patient is one question, whatever a call was about: an encounter, a claim, a file of claims (45 CFR 164.312(b),
-- 164.528). Of before nothing is known; from here on it is a part of what the chain's hash covers.
create table audit_event_patient (
    organization_id text   not null,
    position        bigint not null,
    patient_id      uuid   not null,
    primary key (organization_id, position, patient_id)
);
create index audit_event_patient_of_patient on audit_event_patient (organization_id, patient_id, position);

select enable_tenancy('audit_event_patient', true);

revoke update, delete, truncate on audit_event_patient from ${service_role};

create trigger audit_event_patient_is_append_only
    before update or delete or truncate on audit_event_patient
    for each statement execute function audit_event_is_append_only();
