package org.superbill.billing.claim;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.reference.ClaimFacts;

/**
 * Whether what each prior payer decided adds up to the claim, so that the next payer can take it. Pure. Source: 005010X222A1 and
 * 005010X223A2, 1.4.1.1 (coordination of benefits claims, balancing).
 */
final class CoordinationBalance {
    private CoordinationBalance() {}

    /** @return a sentence for each sum that disagrees; empty when all agree */
    static List<String> disagreements(ClaimFacts facts, Coordination coordination) {
        var found = new ArrayList<String>();
        for (var payer : coordination.priorPayers()) {
            check(facts, payer, found);
        }
        return found;
    }

    private static void check(ClaimFacts facts, PriorPayer payer, List<String> found) {
        var charge = Cents.of(facts.totalChargeCents()).dollars();
        var ofClaim = PriorPayer.sum(payer.adjustments());
        var paidByLine = payer.lines().stream().map(PriorPayer.Line::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
        var ofLines = payer.lines().stream()
                .map(line -> PriorPayer.sum(line.adjustments()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (differ(charge, payer.paid().add(ofClaim).add(ofLines))) {
            found.add("payer %d: the charge %s is not what was paid (%s) and adjusted (%s)"
                    .formatted(payer.sequence(), charge, payer.paid(), ofClaim.add(ofLines)));
        }
        if (payer.lines().isEmpty()) {
            return;
        }
        payer.lines().stream()
                .filter(line ->
                        facts.encounter().lines().stream().noneMatch(own -> own.lineNumber() == line.lineNumber()))
                .forEach(line -> found.add("payer %d: procedure %s is on no line of the claim"
                        .formatted(payer.sequence(), line.procedure())));
        if (differ(payer.paid(), paidByLine.subtract(ofClaim))) {
            found.add("payer %d: what was paid (%s) is not the sum of the lines (%s) less the claim's adjustments (%s)"
                    .formatted(payer.sequence(), payer.paid(), paidByLine, ofClaim));
        }
        var settled = payer.lines().stream()
                .collect(groupingBy(
                        PriorPayer.Line::lineNumber,
                        reducing(
                                BigDecimal.ZERO,
                                line -> line.paid().add(PriorPayer.sum(line.adjustments())),
                                BigDecimal::add)));
        for (var line : facts.encounter().lines()) {
            var sum = settled.get(line.lineNumber());
            var lineCharge = Cents.of(line.chargeCents()).dollars();
            if (sum != null && differ(lineCharge, sum)) {
                found.add("payer %d, line %d: the charge %s is not what was paid and adjusted (%s)"
                        .formatted(payer.sequence(), line.lineNumber(), lineCharge, sum));
            }
        }
    }

    private static boolean differ(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) != 0;
    }
}
