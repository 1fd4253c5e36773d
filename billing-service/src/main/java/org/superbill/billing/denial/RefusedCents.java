package org.superbill.billing.denial;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a payer refuses of a claim.
 *
 * @param payerId absent where it is not known who has refused it
 */
public record RefusedCents(UUID claimId, @Nullable UUID payerId, long cents) {
    /** By the payer, or by nobody knows whom. */
    public boolean isOf(UUID claim, UUID payer) {
        return claimId.equals(claim) && (payerId == null || payerId.equals(payer));
    }
}
