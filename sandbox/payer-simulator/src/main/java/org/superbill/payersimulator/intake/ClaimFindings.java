package org.superbill.payersimulator.intake;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.superbill.payersimulator.adjudication.Decision.Adjustment;
import org.superbill.payersimulator.adjudication.SubmittedClaim;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Line;
import org.superbill.x12.X12Error;
import org.superbill.x12.check.Npi;
import org.superbill.x12.check.SnipLevel;
import org.superbill.x12.claimstatus.StatusCode;

/**
 * What is wrong with one claim of a file that can be read: the 277CA says it of this claim alone, where a 999 would refuse all that came with it.
 * Claim status codes are those of list 508; where one speaks of an entity, the entity is named (005010X214, 1.4.3.1).
 */
final class ClaimFindings {
    /** STC01, STC10 and STC11. */
    private static final int MOST = 3;

    /** A monetary amount has at most eight digits before the point and two after it (005010X222A1, B.1.1.3.1.2). */
    private static final BigDecimal LARGEST_AMOUNT = new BigDecimal("99999999.99");

    private static final int CENTS = 2;

    private ClaimFindings() {}

    /** Whether it is for the 277CA: a date that is none is for the 999 (IK403 8), as is whatever breaks the guide's tables. */
    static boolean isOfOneClaim(X12Error error) {
        return error.rule() != null && !error.isWarning() && !error.rule().equals("date-is-in-its-format");
    }

    /** Category A7, for each thing that is found, at most three; empty when nothing is wrong. */
    static List<StatusCode> of(ReceivedClaim sent, SubmittedClaim claim) {
        var found = new LinkedHashSet<StatusCode>();
        sent.unit().errors().stream()
                .filter(ClaimFindings::isOfOneClaim)
                .map(error -> StatusCode.of("A7", status(error)))
                .forEach(found::add);
        var provider = sent.billingProvider().required("NM1");
        if (provider.elementIs(8, "XX") && !Npi.isValid(provider.element(9))) {
            found.add(new StatusCode("A7", "562", "85")); // the billing provider's NPI
        }
        if (!isCharge(claim.charge())) {
            found.add(StatusCode.of("A7", "178")); // submitted charges
        }
        for (var line : claim.lines()) {
            if (!isCharge(line.charge())) {
                found.add(StatusCode.of("A7", "583")); // the line's charge
            }
            if (line.revenueCode() == null && line.units().signum() <= 0) {
                found.add(StatusCode.of("A7", "476")); // units of service
            }
        }
        if (!ofPriorPayers(claim).allMatch(ClaimFindings::isAmount)) {
            found.add(StatusCode.of("A7", "286")); // what the other payer has paid
        }
        return found.stream().limit(MOST).toList();
    }

    private static String status(X12Error error) {
        return switch (String.valueOf(error.rule())) {
            case "pointer-finds-a-diagnosis" -> "477";
            case "charge-is-not-negative" -> "178";
            case "replacement-names-the-claim" -> "464"; // the payer's number of the claim
            default ->
                error.snip() == SnipLevel.BALANCING.number()
                        ? "400" // out of balance
                        : error.code().equals("8") ? "187" : "21"; // dates of service; missing or invalid information
        };
    }

    private static boolean isCharge(BigDecimal amount) {
        return amount.signum() >= 0 && isAmount(amount);
    }

    private static boolean isAmount(BigDecimal amount) {
        return amount.stripTrailingZeros().scale() <= CENTS && amount.abs().compareTo(LARGEST_AMOUNT) <= 0;
    }

    private static Stream<BigDecimal> ofPriorPayers(SubmittedClaim claim) {
        var ofClaim = claim.priorPayers().stream()
                .flatMap(payer -> Stream.concat(Stream.of(payer.paid()), amounts(payer.adjustments())));
        var ofLines = claim.lines().stream()
                .map(Line::priorDecisions)
                .flatMap(List::stream)
                .flatMap(decision -> Stream.concat(Stream.of(decision.paid()), amounts(decision.adjustments())));
        return Stream.concat(ofClaim, ofLines);
    }

    private static Stream<BigDecimal> amounts(List<Adjustment> adjustments) {
        return adjustments.stream().map(Adjustment::amount);
    }
}
