package org.superbill.billing.remittance;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Money of a payment that is nobody's yet: its claim is not known, an estimate (CLP02 25, "no payment") pays it, it is a reversal of nothing, or the whole payment was posted to unapplied.
 *
 * @param claimId the claim of ours that an estimate or a reversal is of; whether its money is for it, a person has to say
 * @param position of the claim in its payment, from 1
 * @param claimNumber as the payer gives it (CLP01)
 */
@Schema(name = "UnappliedClaim")
record UnappliedClaimView(
        UUID id,
        UUID remittanceId,
        @Nullable UUID claimId,
        int position,
        String claimNumber,
        long chargeCents,
        long paidCents,
        @Nullable String payerClaimNumber) {

    /** Only for the API's document. */
    @Schema(name = "UnappliedClaimPage")
    record Listed(List<UnappliedClaimView> items, @Nullable String nextCursor) {}
}
