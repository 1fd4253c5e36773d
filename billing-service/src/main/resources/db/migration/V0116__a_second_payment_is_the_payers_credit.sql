-- A payment of a claim that its payer had paid before, accepted by a person: its cash is the payer's credit, and it decides nothing. Such rows of before are decisions still; /ledger/verification finds what they did.
alter table remittance_claim add column second_payment boolean not null default false;
