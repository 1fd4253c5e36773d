-- Medicare wants numbers of its own for some services (G2212, G0008 …): suggestions go by the payer's claim filing indicator (SBR09). Of payers that were heard of
-- before it is not known until they change next; till then a request or its notes say it.
alter table known_payer add column claim_filing_indicator text;
comment on column known_payer.claim_filing_indicator is 'SBR09; null: heard of before it was kept';
