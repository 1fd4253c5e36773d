-- Some warnings keep a claim until somebody passes them with a reason: who, when and why stays with the version.
alter table claim_version add column passed_warnings text not null default '[]';
