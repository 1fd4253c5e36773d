package org.superbill.billing.claim;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.superbill.billing.denial.AppealLevel;
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
    private static final Set<String> MEDICARE = Set.of("MA", "MB");

    /** A claim. Medicare: one calendar year after the date of service (42 CFR 424.44); others: as their profile says. */
    static FilingClock timelyFiling(ClaimFacts facts) {
        var last = facts.encounter().lines().stream()
                .map(line -> line.serviceDate())
                .max(LocalDate::compareTo)
                .orElse(facts.encounter().serviceDate());
        return new FilingClock(
                "timely-filing",
                isMedicare(facts)
                        ? last.plusYears(1)
                        : last.plusDays(facts.payer().profile().filingLimitDays()));
    }

    /** A claim to a later payer: its limit runs from the decision of the payer before it. Medicare's does not. */
    static FilingClock timelyFiling(ClaimFacts facts, LocalDate decidedBefore) {
        return isMedicare(facts)
                ? timelyFiling(facts)
                : new FilingClock(
                        "timely-filing",
                        decidedBefore.plusDays(facts.payer().profile().filingLimitDays()));
    }

    /** One year from the decision for any reason (42 CFR 405.980(b)(1)); other payers are given the same until they say otherwise. */
    static FilingClock reopening(ClaimFacts facts, Instant decided) {
        return new FilingClock("reopening", date(facts, decided).plusYears(1));
    }

    static FilingClock firstAppeal(ClaimFacts facts, Instant decided) {
        var level = AppealLevel.first(PayerType.of(facts.payer().claimFilingIndicator()));
        return new FilingClock("appeal", level.due(date(facts, decided)));
    }

    private static boolean isMedicare(ClaimFacts facts) {
        return MEDICARE.contains(facts.payer().claimFilingIndicator());
    }

    private static LocalDate date(ClaimFacts facts, Instant at) {
        return LocalDate.ofInstant(at, ZoneId.of(facts.organization().timeZone()));
    }
}
