package org.superbill.payersimulator.adjudication;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.superbill.payersimulator.adjudication.Decision.Adjustment;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Line;
import org.superbill.payersimulator.adjudication.SubmittedClaim.PriorDecision;
import org.superbill.payersimulator.adjudication.SubmittedClaim.PriorPayer;

/**
 * What the payers before this one have left of each line: what they call the patient's (PR), and never more than the charge less what they have
 * paid. What a payer decided of the whole claim is shared out by charge. Pure. Source: 005010X222A1 and 005010X223A2, loops 2320 and 2430.
 */
final class Coordination {
    private Coordination() {}

    /** A claim to a later payer that does not say what those before have decided. */
    static boolean isUntold(SubmittedClaim claim) {
        return claim.turn() > 1 && claim.priorPayers().isEmpty();
    }

    /** Of each line, in order; the whole charge where no payer was before. */
    static List<BigDecimal> left(SubmittedClaim claim) {
        var left = new ArrayList<>(claim.lines().stream().map(Line::charge).toList());
        var paidBefore =
                new ArrayList<>(left.stream().map(charge -> BigDecimal.ZERO).toList());
        for (var payer : claim.priorPayers()) {
            var decided = decidedBy(payer, claim);
            var ofClaim = decided.isEmpty()
                    ? payer.paid()
                    : sum(payer.adjustments(), each -> true)
                            .negate(); // AMT*D is then what its lines add up to, less these
            var patientOfClaim = sum(payer.adjustments(), Coordination::isPatients);
            var lines = decided.isEmpty() ? allOf(claim) : decided;
            var paid = shares(ofClaim, lines, claim);
            var patient = shares(patientOfClaim, lines, claim);
            for (var i = 0; i < lines.size(); i++) {
                int at = lines.get(i);
                var line = claim.lines().get(at);
                var patients = patient.get(i);
                for (var decision : line.priorDecisions()) {
                    if (decision.payer().equals(payer.identifier())) {
                        paid.set(i, paid.get(i).add(decision.paid()));
                        patients = patients.add(sum(decision.adjustments(), Coordination::isPatients));
                    }
                }
                paidBefore.set(at, paidBefore.get(at).add(paid.get(i)));
                left.set(
                        at,
                        left.get(at)
                                .min(patients)
                                .min(line.charge().subtract(paidBefore.get(at)))
                                .max(BigDecimal.ZERO));
            }
        }
        return left;
    }

    /** The places of the lines that the payer has decided one by one. */
    private static List<Integer> decidedBy(PriorPayer payer, SubmittedClaim claim) {
        return allOf(claim).stream()
                .filter(at -> claim.lines().get(at).priorDecisions().stream()
                        .map(PriorDecision::payer)
                        .anyMatch(payer.identifier()::equals))
                .toList();
    }

    private static List<Integer> allOf(SubmittedClaim claim) {
        return IntStream.range(0, claim.lines().size()).boxed().toList();
    }

    /** An amount shared out by charge to the cent; the last line has what the others leave. */
    private static List<BigDecimal> shares(BigDecimal amount, List<Integer> lines, SubmittedClaim claim) {
        var charges = lines.stream().map(at -> claim.lines().get(at).charge()).toList();
        var total = charges.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var shares = new ArrayList<BigDecimal>();
        var rest = amount;
        for (var i = 0; i < charges.size() - 1; i++) {
            var share = total.signum() == 0
                    ? BigDecimal.ZERO
                    : amount.multiply(charges.get(i)).divide(total, 2, RoundingMode.HALF_UP);
            shares.add(share);
            rest = rest.subtract(share);
        }
        shares.add(rest);
        return shares;
    }

    private static boolean isPatients(Adjustment adjustment) {
        return adjustment.group().equals("PR");
    }

    private static BigDecimal sum(List<Adjustment> adjustments, Predicate<Adjustment> which) {
        return adjustments.stream().filter(which).map(Adjustment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
