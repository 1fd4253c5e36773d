package org.superbill.x12.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Segment;

/**
 * The sums of an 837: the claim is its lines, and what each prior payer adjudicated adds up to the claim. Of a payer whose number
 * (2330B NM109) another payer of the claim has too, lines cannot be told, and nothing is said. Source: 005010X222A1 and
 * 005010X223A3, section 1.4 (balancing), loops 2300, 2320, 2400, 2430.
 */
final class ClaimBalance {
    private static final int MOST_OTHERS = 10;

    private ClaimBalance() {}

    static void addTo(Rules rules) {
        rules.error(SnipLevel.BALANCING, "charge-is-the-sum-of-the-lines")
                .atEndOf("2300")
                .says("The claim's charge (CLM02) is not the sum of its lines' charges")
                .source(ClaimRules.GUIDES + "2300, CLM02; 2400, SV102 and SV203")
                .when(ClaimBalance::ofLines);
        rules.error(SnipLevel.BALANCING, "line-adjudication-balances")
                .atEndOf("2300")
                .says("The line's charge is not what the payer paid (SVD02) and adjusted (CAS) of it")
                .source(ClaimRules.GUIDES + "2430: SV102 or SV203 = SVD02 + CAS, for each payer")
                .when((claim, clm, findings) -> {
                    for (var other : others(claim)) {
                        var payer = payer(other);
                        if (!payer.isEmpty() && isOnlyOne(claim, payer)) {
                            lines(claim, payer, findings);
                        }
                    }
                });
        rules.error(SnipLevel.BALANCING, "payment-is-the-sum-of-the-lines")
                .atEndOf("2300")
                .says(
                        "What the payer paid (AMT D) is not the sum of its lines (SVD02) less the adjustments of the claim")
                .source(ClaimRules.GUIDES + "2320: AMT D = sum of SVD02 - CAS of 2320, for each payer with loop 2430")
                .when((claim, clm, findings) -> {
                    for (var other : others(claim)) {
                        payment(claim, other, findings);
                    }
                });
        rules.error(SnipLevel.BALANCING, "claim-adjudication-balances")
                .atEndOf("2300")
                .says("The claim's charge is not what the payer paid (AMT D) and adjusted of the claim and its lines")
                .source(ClaimRules.GUIDES + "2320: CLM02 = AMT D + CAS of 2320 + CAS of 2430, for each payer")
                .when((claim, clm, findings) -> {
                    for (var other : others(claim)) {
                        claim(claim, other, findings);
                    }
                });
    }

    private static void ofLines(PlacedLoop claim, Segment clm, Findings findings) {
        var charge = Amounts.at(clm, 2);
        var sum = BigDecimal.ZERO;
        int lines = 0;
        for (var line : claim.loops()) {
            if (line.is("2400")) {
                var amount = charge(line);
                if (amount == null) {
                    return;
                }
                sum = sum.add(amount);
                lines++;
            }
        }
        if (charge != null && lines > 0 && charge.compareTo(sum) != 0) {
            findings.mismatch(
                    claim,
                    clm,
                    2,
                    "CLM02 is %s and %d lines are %s".formatted(charge.toPlainString(), lines, sum.toPlainString()));
        }
    }

    /** SV102 or SV203; null when there is none. */
    static @Nullable BigDecimal charge(PlacedLoop line) {
        var sv1 = line.segment("SV1");
        return sv1 != null ? Amounts.at(sv1, 2) : Amounts.at(line.segment("SV2"), 3);
    }

    /** The other payers (2320); none of a claim that has more than the guide allows, for each is held against all lines. */
    static List<PlacedLoop> others(PlacedLoop claim) {
        var others = new ArrayList<PlacedLoop>();
        if (claim.count("2320") <= MOST_OTHERS) {
            for (var loop : claim.loops()) {
                if (loop.is("2320")) {
                    others.add(loop);
                }
            }
        }
        return others;
    }

    /** 2330B NM109, empty when it is missing. */
    static String payer(PlacedLoop other) {
        var payer = other.loop("2330B");
        return payer == null ? "" : payer.first().element(9);
    }

    private static boolean isOnlyOne(PlacedLoop claim, String payer) {
        int found = 0;
        for (var other : others(claim)) {
            found += payer(other).equals(payer) ? 1 : 0;
        }
        return found == 1;
    }

    static boolean isOnLines(PlacedLoop claim, String payer) {
        for (var line : claim.loops()) {
            if (line.is("2400") && of(line, payer) != null) {
                return true;
            }
        }
        return false;
    }

    /** What a payer did with a line, or with several. */
    private record Sums(BigDecimal paid, BigDecimal adjusted) {
        Sums plus(Sums more) {
            return new Sums(paid.add(more.paid), adjusted.add(more.adjusted));
        }
    }

    /** A line may be paid as several procedures: all of this payer's together. Null when there is none. */
    private static @Nullable Sums of(PlacedLoop line, String payer) {
        Sums sums = null;
        for (var adjudication : line.loops()) {
            if (adjudication.is("2430") && adjudication.first().elementIs(1, payer)) {
                var paid = Amounts.at(adjudication.first(), 2);
                var adjusted = Amounts.adjusted(adjudication);
                var some =
                        new Sums(paid == null ? BigDecimal.ZERO : paid, adjusted == null ? BigDecimal.ZERO : adjusted);
                sums = sums == null ? some : sums.plus(some);
            }
        }
        return sums;
    }

    private static void lines(PlacedLoop claim, String payer, Findings findings) {
        for (var line : claim.loops()) {
            var sums = line.is("2400") ? imbalance(line, payer) : null;
            var charge = charge(line);
            if (sums != null && charge != null) {
                var adjudication = adjudication(line, payer);
                findings.because(line, line.first(), 0, 0)
                        .mismatch(
                                adjudication,
                                adjudication.first(),
                                2,
                                "%s charged, %s paid, %s adjusted"
                                        .formatted(text(charge), text(sums.paid), text(sums.adjusted)));
            }
        }
    }

    /** The payer's first loop 2430 of the line; the line itself when there is none. */
    private static PlacedLoop adjudication(PlacedLoop line, String payer) {
        for (var adjudication : line.loops()) {
            if (adjudication.is("2430") && adjudication.first().elementIs(1, payer)) {
                return adjudication;
            }
        }
        return line;
    }

    /** All lines of the payer, null when it adjudicated none of them. */
    private static @Nullable Sums onLines(PlacedLoop claim, String payer) {
        Sums sums = null;
        for (var line : claim.loops()) {
            var some = line.is("2400") ? of(line, payer) : null;
            if (some != null) {
                sums = sums == null ? some : sums.plus(some);
            }
        }
        return sums;
    }

    private static void payment(PlacedLoop claim, PlacedLoop other, Findings findings) {
        var amount = other.segment("AMT", "D");
        var paid = Amounts.at(amount, 2);
        var adjusted = Amounts.adjusted(other);
        var sums = lineSums(claim, other);
        if (amount != null && paid != null && adjusted != null && sums != null && !isPayment(paid, sums, adjusted)) {
            findings.mismatch(
                    other,
                    amount,
                    2,
                    "AMT02 is %s, the lines are %s, the claim's adjustments %s"
                            .formatted(text(paid), text(sums.paid), text(adjusted)));
        }
    }

    private static boolean isPayment(BigDecimal paid, Sums lines, BigDecimal adjusted) {
        return paid.compareTo(lines.paid.subtract(adjusted)) == 0;
    }

    /** All lines of the payer; null when it adjudicated none of them, or cannot be told from another. */
    private static @Nullable Sums lineSums(PlacedLoop claim, PlacedLoop other) {
        var payer = payer(other);
        return payer.isEmpty() || !isOnlyOne(claim, payer) ? null : onLines(claim, payer);
    }

    /** Follows from the other two sums where they agree and each line was adjudicated; where they do not, they say it better. */
    private static void claim(PlacedLoop claim, PlacedLoop other, Findings findings) {
        var amount = other.segment("AMT", "D");
        var paid = Amounts.at(amount, 2);
        var adjusted = Amounts.adjusted(other);
        var charge = Amounts.at(claim.first(), 2);
        var payer = payer(other);
        if (amount == null || paid == null || adjusted == null || charge == null) {
            return;
        }
        if (!payer.isEmpty() && !isOnlyOne(claim, payer)) {
            return;
        }
        var sums = lineSums(claim, other);
        if (sums != null && (!isPayment(paid, sums, adjusted) || !linesBalance(claim, payer))) {
            return;
        }
        var all = sums == null ? adjusted : adjusted.add(sums.adjusted);
        if (charge.compareTo(paid.add(all)) != 0) {
            findings.because(claim, claim.first(), 2, 0)
                    .mismatch(
                            other,
                            amount,
                            2,
                            "%s charged, %s paid, %s adjusted".formatted(text(charge), text(paid), text(all)));
        }
    }

    private static boolean linesBalance(PlacedLoop claim, String payer) {
        for (var line : claim.loops()) {
            if (line.is("2400") && imbalance(line, payer) != null) {
                return false;
            }
        }
        return true;
    }

    /** What the payer did with the line, when it does not add up to the line's charge. */
    private static @Nullable Sums imbalance(PlacedLoop line, String payer) {
        var sums = of(line, payer);
        var charge = sums == null ? null : charge(line);
        return sums == null || charge == null || charge.compareTo(sums.paid.add(sums.adjusted)) == 0 ? null : sums;
    }

    private static String text(BigDecimal amount) {
        return amount.toPlainString();
    }
}
