-- A check as of a past day asks the rules that were switched on at that day's end, so a rule remembers when it was switched on and off.
alter table claim_rule add column switched_on_at timestamptz;
alter table claim_rule add column switched_off_at timestamptz;

-- Of rules from before: on since they were changed last or since their first day, whichever was earlier; off since they were changed last.
update claim_rule set switched_on_at = least(changed_at, effective_from::timestamptz) where state <> 'DRAFT';
update claim_rule set switched_off_at = changed_at where state = 'OFF';
