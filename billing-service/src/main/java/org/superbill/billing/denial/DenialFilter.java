package org.superbill.billing.denial;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which open denials: those that fulfil all that is named.
 *
 * @param dueBefore whose last day of appeal is before this one
 * @param unprocessable also what the payer has not decided at all
 */
record DenialFilter(
        @Nullable DenialCategory category,
        @Nullable RootCause rootCause,
        @Nullable LocalDate dueBefore,
        boolean unprocessable) {}
