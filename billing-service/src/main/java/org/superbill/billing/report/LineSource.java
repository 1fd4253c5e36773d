package org.superbill.billing.report;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Account;

/**
 * Where a line of the books comes from.
 *
 * @param fileId the X12 file, received or sent; absent for what a person posted or imported
 * @param segments in it, from the claim down to the adjustment
 */
@Schema(name = "LedgerLineSource")
record LineSource(
        int lineNumber,
        Account account,
        long amountCents,
        @Nullable UUID remittanceId,
        @Nullable UUID fileId,
        List<Segment> segments) {

    /** @param number of the segment in its file, from 1 */
    @Schema(name = "LedgerLineSourceSegment")
    record Segment(int number, String text) {}

    /** All lines of an entry. */
    @Schema(name = "LedgerEntrySources")
    record Listed(List<LineSource> items) {}
}
