-- While an item of an audit is open, each read of its case asks for it.
create index on coding_audit_item (organization_id, case_id) where status = 'OPEN';
