package org.superbill.billing.claim;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.deadline.Filing;
import org.superbill.billing.deadline.PayerLimits;
import org.superbill.billing.denial.AppealLevel;
import org.superbill.billing.denial.AppealTerm;
import org.superbill.billing.denial.PayerType;
import org.superbill.billing.reference.ClaimFacts;

/**
 * Until when a step may be done. Pure.
 *
 * @param kind {@code timely-filing}, {@code reopening} or {@code appeal}
 * @param due the last day on which the payer has to have it
 */
@Schema(name = "ClaimClock")
record FilingClock(@Schema(examples = "timely-filing") String kind, LocalDate due) {
    private static final String TIMELY_FILING = "timely-filing";

    boolean isOfFiling() {
        return kind.equals(TIMELY_FILING);
    }

    /** A claim; none when the payer sets no limit. */
    static @Nullable FilingClock timelyFiling(Filing filing, PayerLimits limits) {
        return limits.lastDay(filing).map(FilingClock::timelyFiling).orElse(null);
    }

    static FilingClock timelyFiling(LocalDate due) {
        return new FilingClock(TIMELY_FILING, due);
    }

    /** One year from the decision for any reason (42 CFR 405.980(b)(1)); other payers are given the same until they say otherwise. */
    static FilingClock reopening(LocalDate decided) {
        return new FilingClock("reopening", decided.plusYears(1));
    }

    static FilingClock firstAppeal(ClaimFacts facts, LocalDate decided, PayerLimits limits) {
        var payer = facts.payer();
        var level = AppealLevel.first(PayerType.of(payer.claimFilingIndicator()));
        return new FilingClock(
                "appeal", AppealTerm.of(level, payer.payerId(), limits).due(decided));
    }
}
