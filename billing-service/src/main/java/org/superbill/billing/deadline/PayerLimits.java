package org.superbill.billing.deadline;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is entered of payers' filing limits, to ask for the last day of any of their claims. Pure. */
public final class PayerLimits {
    /** Nothing is entered: the payers' profiles tell. */
    public static final PayerLimits NONE = new PayerLimits(List.of());

    private final Map<Of, FilingLimit> limits;

    PayerLimits(List<FilingLimit> limits) {
        this.limits = limits.stream()
                .collect(toUnmodifiableMap(limit -> new Of(limit.payerId(), limit.claimType()), limit -> limit));
    }

    private record Of(UUID payerId, ClaimType claimType) {}

    /** The last day on which the payer has to have received the claim; empty when it sets no limit. */
    public Optional<LocalDate> lastDay(Filing filing) {
        return Optional.ofNullable(TimelyFiling.lastDay(filing, limit(filing)));
    }

    Optional<DeadlineOpening> deadline(Filing filing) {
        return TimelyFiling.deadline(filing, limit(filing));
    }

    private @Nullable FilingLimit limit(Filing filing) {
        return limits.get(new Of(filing.payerId(), filing.claimType()));
    }
}
