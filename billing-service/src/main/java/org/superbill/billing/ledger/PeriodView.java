package org.superbill.billing.ledger;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A closing: everything up to the end of this month is closed.
 *
 * @param sealPosition how many entries the chain of seals had then
 * @param sealHash the last of them, hexadecimal; whoever keeps it outside can show later that nothing before it was changed
 * @param contentHash of the totals and the open items that it keeps, and of the closing before, hexadecimal; absent for closings of before there was one
 */
@Schema(name = "LedgerPeriod")
record PeriodView(
        @Schema(examples = "2026-03") String month,
        String closedBy,
        Instant closedAt,
        long sealPosition,
        String sealHash,
        @Nullable String contentHash) {

    /** All of them, oldest first. */
    @Schema(name = "LedgerPeriods")
    record Listed(List<PeriodView> items) {}
}
