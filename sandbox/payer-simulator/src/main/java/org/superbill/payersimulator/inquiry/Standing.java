package org.superbill.payersimulator.inquiry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.superbill.payersimulator.adjudication.Decision;
import org.superbill.payersimulator.adjudication.Decision.LineDecision;
import org.superbill.payersimulator.claims.PayerClaim;
import org.superbill.payersimulator.scenario.Scenario;
import org.superbill.x12.Segment;

/**
 * Where a claim stands by the payer's books. Pure. Source of the codes: code sources 507 (categories) and 508 (statuses) of 005010X212.
 *
 * @param status STC01
 * @param also STC10
 * @param since STC02
 * @param paid STC05, of a claim that is finished
 * @param trace STC09: TRN02 of the remittance that says so
 */
record Standing(
        String status,
        @Nullable String also,
        LocalDate since,
        @Nullable BigDecimal paid,
        @Nullable String trace) {
    private static final Set<String> FORWARDED = Set.of("19", "20", "21", "23");

    /** A4, 35: the claim is not here. */
    static Standing unknown(LocalDate today) {
        return new Standing(Segment.composite("A4", "35"), null, today, null, null);
    }

    static Standing of(PayerClaim claim, Scenario scenario) {
        var paidOn = claim.paidOn();
        if (paidOn == null) {
            return new Standing(Segment.composite("P1", "20"), null, claim.receivedOn(), null, null);
        }
        var reversedOn = claim.reversedOn();
        var decision = claim.decision();
        if (reversedOn != null || decision == null) { // taken back by the payer, or a void, which is paid nothing
            return new Standing(
                    Segment.composite("F3", "101"),
                    null,
                    reversedOn == null ? paidOn : reversedOn,
                    BigDecimal.ZERO,
                    claim.trace());
        }
        var forwarded = scenario.status() != null && FORWARDED.contains(scenario.status());
        return new Standing(
                decided(decision),
                forwarded ? Segment.composite("F3F", "16", "TT") : null,
                paidOn,
                decision.paid(),
                claim.trace());
    }

    /** Of a line, as of a claim. */
    static String decided(LineDecision line) {
        return decided(line.paid(), line.allowed().signum() == 0);
    }

    /** F1 65 paid, F1 104 nothing to pay by the plan's provisions, F2 1 denied: the remittance has the reasons. */
    private static String decided(Decision decision) {
        return decided(
                decision.paid(),
                decision.lines().stream().allMatch(line -> line.allowed().signum() == 0));
    }

    private static String decided(BigDecimal paid, boolean nothingAllowed) {
        if (paid.signum() != 0) {
            return Segment.composite("F1", "65");
        }
        return nothingAllowed ? Segment.composite("F2", "1") : Segment.composite("F1", "104");
    }

    /** @param charge STC04 */
    Segment stc(@Nullable BigDecimal charge) {
        var finished = paid == null ? null : Segment.format(since);
        return Segment.of(
                "STC",
                status,
                Segment.format(since),
                null,
                Segment.format(charge),
                Segment.format(paid),
                finished,
                null,
                trace == null ? null : finished,
                trace,
                also);
    }
}
