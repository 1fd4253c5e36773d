package org.superbill.events;

import java.util.List;
import java.util.UUID;

/**
 * One payment of a payer is in the ledger. Key: remittance id.
 *
 * @param traceNumber TRN02: the number of the check or the transfer
 * @param paymentCents BPR02
 */
public record RemittancePosted(
        UUID remittanceId, String traceNumber, String payerName, long paymentCents, List<PaidClaim> claims)
        implements Event {

    public RemittancePosted {
        claims = List.copyOf(claims);
    }

    @Override
    public String subject() {
        return remittanceId.toString();
    }

    /** @param paidCents CLP04; below zero when an earlier payment is taken back */
    public record PaidClaim(UUID claimId, UUID encounterId, String claimNumber, long paidCents) {}
}
