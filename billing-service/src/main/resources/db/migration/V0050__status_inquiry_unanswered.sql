-- A question that the payer leaves unanswered kept its claim from ever being asked about again.
alter table status_inquiry drop constraint status_inquiry_state_check;
alter table status_inquiry add constraint status_inquiry_state_check
    check (state in ('WAITING', 'ASKED', 'ANSWERED', 'UNANSWERED'));
drop index status_inquiry_open;
create unique index status_inquiry_open on status_inquiry (organization_id, claim_id) where state in ('WAITING', 'ASKED');
update status_inquiry set state = 'UNANSWERED'
 where state = 'ASKED' and exists (select 1 from deadline where deadline.organization_id = status_inquiry.organization_id
       and deadline.kind = 'STATUS_ANSWER' and deadline.subject_id = status_inquiry.id and deadline.state = 'PASSED');
