package org.superbill.billing.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is entered of payers' filing limits, to ask for the last day of any of their claims. Pure. */
public final class PayerLimits {
    /** Nothing is entered: the payers' profiles tell. */
    public static final PayerLimits NONE = new PayerLimits(List.of());

    private final List<FilingLimit> limits;

    PayerLimits(List<FilingLimit> limits) {
        this.limits = List.copyOf(limits);
    }

    /** The last day on which the payer has to have received the claim; empty when it sets no limit. */
    public Optional<LocalDate> lastDay(Filing filing) {
        return Optional.ofNullable(TimelyFiling.lastDay(filing, limit(filing)));
    }

    Optional<DeadlineOpening> deadline(Filing filing) {
        return TimelyFiling.deadline(filing, limit(filing));
    }

    private @Nullable FilingLimit limit(Filing filing) {
        for (var limit : limits) {
            if (limit.payerId().equals(filing.payerId()) && limit.claimType() == filing.claimType()) {
                return limit;
            }
        }
        return null;
    }
}
