package org.superbill.billing.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
        return deadline(filing).map(DeadlineOpening::dueOn);
    }

    Optional<DeadlineOpening> deadline(Filing filing) {
        return TimelyFiling.deadline(
                filing, find(filing.payerId(), filing.claimType()).orElse(null));
    }

    private Optional<FilingLimit> find(UUID payerId, ClaimType claimType) {
        return limits.stream()
                .filter(limit -> limit.payerId().equals(payerId) && limit.claimType() == claimType)
                .findFirst();
    }
}
