package org.superbill.coding.reference;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a coverage is with.
 *
 * @param filingLimitDays from the date of service, in which a claim must arrive; null while the payer has not been heard of
 * @param claimFilingIndicator SBR09, e.g. {@code MB}; null while the payer has not been heard of since it is kept
 */
public record KnownPayer(
        UUID id,
        @Nullable Integer filingLimitDays,
        @Nullable String claimFilingIndicator) {
    /** Parts A and B. A Medicare Advantage plan (16, HM) has rules of its own. */
    private static final Set<String> MEDICARE = Set.of("MA", "MB");

    /** The last day on which the payer takes a claim; null while it is not known. */
    public @Nullable LocalDate filingDeadline(LocalDate serviceDate) {
        return filingLimitDays == null ? null : serviceDate.plusDays(filingLimitDays);
    }

    public boolean isMedicare() {
        return claimFilingIndicator != null && MEDICARE.contains(claimFilingIndicator);
    }
}
