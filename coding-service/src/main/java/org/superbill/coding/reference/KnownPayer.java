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
    /**
     * Parts A and B, and Medicare Advantage plans (16, HMO Medicare Risk), which give the benefits of both under Medicare's own rules (42 CFR 422.100(c)(1) and
     * 422.101(b)). What such a plan gives beyond them is its own policy.
     */
    private static final Set<String> MEDICARE = Set.of("MA", "MB", "16");

    /** The last day on which the payer takes a claim; null while it is not known. */
    public @Nullable LocalDate filingDeadline(LocalDate serviceDate) {
        return filingLimitDays == null ? null : serviceDate.plusDays(filingLimitDays);
    }

    public boolean isMedicare() {
        return claimFilingIndicator != null && MEDICARE.contains(claimFilingIndicator);
    }
}
