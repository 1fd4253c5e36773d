-- What claims that were sent have given to their encounters is given to no others.
update claim set gathered_next_place = sent.next
  from (select claim.organization_id, claim.encounter_id, 1 + max((line ->> 'lineNumber')::int / 1000) as next
          from claim
          join claim_version version on version.organization_id = claim.organization_id and version.claim_id = claim.id
         cross join jsonb_array_elements(version.facts::jsonb -> 'encounter' -> 'lines') line
         where claim.gathering is not null and version.sent_at is not null
         group by claim.organization_id, claim.encounter_id) sent
 where sent.organization_id = claim.organization_id and sent.encounter_id = claim.encounter_id and claim.gathering is not null;
