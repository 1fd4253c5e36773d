-- Where duties are apart whoever has judged a case does not code it afterwards: the case knows who judged it last, as it knows whose coding was judged.
alter table coding_case add column audited_by text;
update coding_case c set audited_by = newest.auditor
  from (select distinct on (case_id) case_id, auditor from coding_audit_item where audited_at is not null order by case_id, audited_at desc) newest
 where newest.case_id = c.id;
