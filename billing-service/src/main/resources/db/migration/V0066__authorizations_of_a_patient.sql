-- Each claim that is built or submitted asks whether anything is authorized for its patient.
create index prior_authorization_of_patient on prior_authorization (organization_id, patient_id);
