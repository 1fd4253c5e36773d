package org.superbill.billing.remittance;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Money of a payment whose claim is not known yet.
 *
 * @param position of the claim in its payment, from 1
 * @param claimNumber as the payer gives it (CLP01)
 */
@Schema(name = "UnappliedClaim")
record UnappliedClaimView(
        UUID id,
        UUID remittanceId,
        int position,
        String claimNumber,
        long chargeCents,
        long paidCents,
        @Nullable String payerClaimNumber) {

    /** Only for the API's document. */
    @Schema(name = "UnappliedClaimPage")
    record Listed(List<UnappliedClaimView> items, @Nullable String nextCursor) {}
}
