-- Whether a patient is new or established goes by earlier visits (the three-year rule): the cases of one patient, latest first.
create index on coding_case (organization_id, patient_id, service_date);
