-- V0086 dated an audit of before by the case: one whose case was returned and finalized again under the same version counted when it was finalized again.
-- The item keeps the coding that was judged, with its moment.
update coding_case_audit audit set coded_at = (item.coded ->> 'codedAt')::timestamptz
  from coding_audit_item item
 where item.id = audit.item_id and audit.coded_at <> (item.coded ->> 'codedAt')::timestamptz;
