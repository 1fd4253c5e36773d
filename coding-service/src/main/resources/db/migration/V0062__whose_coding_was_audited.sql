-- An audit judges a coding, and another may amend it afterwards: the accuracy is of who coded what was judged. A case that is opened again is as old as
-- its version. A judgment that its coder may rebut until a day can be decided after it. A facility's case may be judged by its DRG.
alter table coding_case
    add column audit_coder text,
    add column version_opened_at timestamptz not null default now();
update coding_case c set version_opened_at = coalesce(
        (select v.coded_at from coding_case_version v where v.case_id = c.id and v.version = c.version - 1), c.created_at);
update coding_case c set audit_coder = newest.coder
  from (select distinct on (case_id) case_id, coder from coding_audit_item where audited_at is not null order by case_id, audited_at desc) newest
 where newest.case_id = c.id;

alter table coding_audit_item
    add column rebut_until date,
    add column drg_coded text,
    add column drg_correct text;
