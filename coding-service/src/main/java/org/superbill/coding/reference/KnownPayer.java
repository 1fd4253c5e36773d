package org.superbill.coding.reference;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a coverage is with.
 *
 * @param filingLimitDays from the date of service, in which a claim must arrive; null while the payer has not been heard of
 */
public record KnownPayer(UUID id, @Nullable Integer filingLimitDays) {
    /** The last day on which the payer takes a claim; null while it is not known. */
    public @Nullable LocalDate filingDeadline(LocalDate serviceDate) {
        return filingLimitDays == null ? null : serviceDate.plusDays(filingLimitDays);
    }
}
