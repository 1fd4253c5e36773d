-- What a replica of the version before V0093 has posted since says no decision, and was in no denial rate.
update remittance_claim set decision = adjudication
 where decision is null and posting = 'posted' and adjudication in ('PAID', 'PAID_AT_ZERO', 'PARTIALLY_PAID', 'DENIED');
