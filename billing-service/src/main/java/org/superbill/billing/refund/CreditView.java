package org.superbill.billing.refund;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was paid too much, and not yet refunded. @param claimId absent for what a patient has beside any claim */
@Schema(name = "CreditBalance")
record CreditView(@Nullable UUID claimId, List<Credit> credits) {
    /**
     * One credit; never netted against what others owe.
     *
     * @param payerId by which payer it was paid; absent when it was the patient
     * @param creditCents above zero
     */
    @Schema(name = "CreditBalancePart")
    record Credit(@Nullable UUID payerId, @Nullable UUID patientId, long creditCents) {}

    /** Only for the API's document. */
    @Schema(name = "CreditBalancePage")
    record Listed(List<CreditView> items, @Nullable String nextCursor) {}
}
