-- Those who were registered before each of their words was kept (V0013); and the indexes that no query could use.
lock table patient in share row exclusive mode; -- whoever is renamed meanwhile would keep the old words too
insert into patient_name (organization_id, patient_id, word)
select patient.organization_id, patient.id, words.word
  from patient, patient_name_words(first_name, middle_name, last_name) words
on conflict do nothing;

drop index patient_by_last_name;
drop index patient_by_first_name;
