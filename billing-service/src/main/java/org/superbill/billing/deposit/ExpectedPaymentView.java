package org.superbill.billing.deposit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Money that was announced.
 *
 * @param id of the remittance, or of the refund that was sent
 * @param amountCents below zero for money that leaves
 * @param ageDays since it was announced
 * @param matchedBy {@code trace} or the person
 */
@Schema(name = "ExpectedPayment")
record ExpectedPaymentView(
        UUID id,
        String traceNumber,
        String originator,
        String name,
        long amountCents,
        LocalDate announcedOn,
        long ageDays,
        @Nullable UUID depositId,
        @Nullable String matchedBy,
        @Nullable Instant matchedAt) {

    /** Only for the API's document. */
    @Schema(name = "ExpectedPaymentPage")
    record Listed(List<ExpectedPaymentView> items, @Nullable String nextCursor) {}
}
