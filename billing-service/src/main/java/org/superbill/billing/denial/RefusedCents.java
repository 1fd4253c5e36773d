package org.superbill.billing.denial;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a payer refuses of a claim.
 *
 * @param payerId absent where it is not known who has refused it
 */
public record RefusedCents(UUID claimId, @Nullable UUID payerId, long cents) {
    /** @param isFirst of the payers that are asked about the claim: what nobody knows who has refused counts for one of them */
    public boolean isOf(UUID claim, UUID payer, boolean isFirst) {
        return claimId.equals(claim) && (payerId == null ? isFirst : payerId.equals(payer));
    }
}
