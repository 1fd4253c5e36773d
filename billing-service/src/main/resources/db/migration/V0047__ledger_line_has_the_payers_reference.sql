-- Recoupments and balances that are carried forward come back under the reference that the payer gave them (PLB03-2): by it each can
-- be followed to zero. Nullable, so that what was sealed before stays what it was.
alter table ledger_line add column payer_reference text;
create index ledger_line_by_payer_reference on ledger_line (organization_id, account, payer_id, payer_reference)
 where account in ('RECOUPMENT', 'FORWARDING_BALANCE');
