-- What claims say of an encounter and its services besides codes passes through the case to billing.
alter table coding_case add column claim_content jsonb;
