-- How a former system fared with the claims that were taken over from it is not known: they are no part of the clean-claim rate.
alter table claim_version add column sent_by_former_system boolean not null default false;
update claim_version set sent_by_former_system = true
  from opening_balance
 where opening_balance.organization_id = claim_version.organization_id and opening_balance.claim_id = claim_version.claim_id and claim_version.version = 1;
