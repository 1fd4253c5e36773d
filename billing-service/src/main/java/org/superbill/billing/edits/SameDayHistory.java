package org.superbill.billing.edits;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was already sent for the patient of a claim: the lines of other claims on its days, and on the days that a global period reaches from them. Only what a
 * payer may have: the newest sent version of each claim that was neither rejected before adjudication nor voided.
 */
public record SameDayHistory(List<SentLine> lines) {
    /** How far back an operation reaches. */
    public static final int DAYS_BEFORE = 90;
    /** A visit belongs to the operation of the next day. */
    public static final int DAYS_AFTER = 1;

    public static final SameDayHistory NONE = new SameDayHistory(List.of());

    public SameDayHistory {
        lines = List.copyOf(lines);
    }

    /**
     * A line that was sent.
     *
     * @param claimNumber CLM01 of the version that carried it
     * @param practitionerId who gave the service
     * @param through its last day, of a service of several
     * @param institutional whether an 837I carried it
     */
    public record SentLine(
            UUID claimId,
            String claimNumber,
            UUID payerId,
            UUID practitionerId,
            boolean institutional,
            int lineNumber,
            String procedureCode,
            List<String> modifiers,
            BigDecimal units,
            long chargeCents,
            LocalDate serviceDate,
            @Nullable LocalDate through) {
        public SentLine {
            modifiers = List.copyOf(modifiers);
        }
    }

    public Stream<SentLine> on(LocalDate day) {
        return lines.stream().filter(line -> line.serviceDate().equals(day));
    }
}
