-- Who reads a file as it came is recorded under the patients whom it is about, at each read.
create index remittance_of_file on remittance (organization_id, x12_file_id);
create index acknowledgment_of_file on acknowledgment (organization_id, file_id);
create index status_inquiry_answered_by on status_inquiry (organization_id, answer_file_id) where answer_file_id is not null;
