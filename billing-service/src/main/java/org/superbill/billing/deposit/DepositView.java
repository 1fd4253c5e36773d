package org.superbill.billing.deposit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One line of the bank's statement.
 *
 * @param ageDays since the bank has shown it, while it is open
 * @param clearingCents what the clearing account holds of it; zero when it is cleared
 * @param payments what it was matched with
 * @param returnsDepositId the deposit that it takes back, of a returned item
 */
@Schema(name = "Deposit")
record DepositView(
        UUID id,
        @Schema(examples = "cleared") Deposit.State state,
        LocalDate shownOn,
        long ageDays,
        long amountCents,
        long clearingCents,
        String description,
        @Nullable String traceNumber,
        @Nullable String originator,
        List<ExpectedPaymentView> payments,
        @Nullable UUID returnsDepositId,
        Instant receivedAt,
        long revision) {

    /** Only for the API's document. */
    @Schema(name = "DepositPage")
    record Listed(List<DepositView> items, @Nullable String nextCursor) {}
}
