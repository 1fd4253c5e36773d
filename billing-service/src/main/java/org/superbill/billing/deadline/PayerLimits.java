package org.superbill.billing.deadline;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is entered of payers' limits, to ask for the last day of any of their claims, or of an appeal. Pure. */
public final class PayerLimits {
    /** Nothing is entered: the payers' profiles tell. */
    public static final PayerLimits NONE = new PayerLimits(List.of(), List.of());

    private final Map<Of, FilingLimit> limits;
    private final Map<At, Integer> appeals;

    PayerLimits(List<FilingLimit> limits, List<AppealLimit> appeals) {
        this.appeals = appeals.stream()
                .collect(toUnmodifiableMap(limit -> new At(limit.payerId(), limit.level()), AppealLimit::days));
        this.limits = limits.stream()
                .collect(toUnmodifiableMap(limit -> new Of(limit.payerId(), limit.claimType()), limit -> limit));
    }

    private record Of(UUID payerId, ClaimType claimType) {}

    private record At(UUID payerId, String level) {}

    /** The days that the payer's contract gives at a level of appeal; empty when nothing is entered. */
    public Optional<Integer> appealDays(UUID payerId, String level) {
        return Optional.ofNullable(appeals.get(new At(payerId, level)));
    }

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
