package org.superbill.billing.denial;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a payer refuses without calling it the patient's, and what it has neither paid nor decided anew since.
 *
 * @param turn by which of the claim's coverages, from 1; absent in what was posted before that was kept
 * @param remittanceId the payment that refuses it
 * @param settledBy a later payer of the claim, which may take that back; absent while it is open
 * @param line absent when it concerns the whole claim
 * @param reason group and CARC, e.g. {@code CO-22}
 */
public record OpenRefusal(
        UUID denialId,
        UUID claimId,
        UUID payerId,
        @Nullable Integer turn,
        UUID remittanceId,
        @Nullable UUID settledBy,
        @Nullable Integer line,
        String reason,
        long amountCents) {
    /** The payer owes it no more: the patient has the money (CARC 100), whatever the group. */
    public boolean isPaidToPatient() {
        return settledBy == null && reason.endsWith("-100");
    }
}
