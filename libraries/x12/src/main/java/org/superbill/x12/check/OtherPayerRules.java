package org.superbill.x12.check;

import java.util.List;
import org.superbill.x12.Segment;

/** What 837P and 837I demand of the claim's other payers: loops 2320 and 2330, and 2430 of each line. Their sums are in {@link ClaimBalance}. */
final class OtherPayerRules {
    private OtherPayerRules() {}

    static void addTo(Rules rules) {
        rules.error(SnipLevel.GUIDE, "adjudicated-claim-tells-what-was-paid")
                .atEndOf("2300")
                .says("A payer has adjudicated the claim (CAS, or SVD of a line), and its loop 2320 has no AMT D")
                .source(ClaimRules.GUIDES + "2320, AMT COB Payer Paid Amount; zero is an amount")
                .when((claim, clm, findings) -> {
                    for (var other : ClaimBalance.others(claim)) {
                        if (!other.has("AMT", "D") && !other.has("AMT", "A8")) {
                            var cas = other.segment("CAS");
                            if (cas != null) {
                                findings.because(other, cas, 0, 0).missing(other, "AMT");
                            } else if (ClaimBalance.isOnLines(claim, ClaimBalance.payer(other))) {
                                findings.missing(other, "AMT");
                            }
                        }
                    }
                });
        rules.error(SnipLevel.GUIDE, "adjudication-has-its-date")
                .atEndOf("2300")
                .says(
                        "A payer has adjudicated the claim as a whole, and neither 2330B nor a line has the date (DTP 573)")
                .source(ClaimRules.GUIDES + "2330B, DTP Claim Check or Remittance Date: needed without loop 2430")
                .when((claim, clm, findings) -> {
                    for (var other : ClaimBalance.others(claim)) {
                        var paid = other.segment("AMT", "D");
                        var payer = paid == null ? null : other.loop("2330B");
                        if (paid != null
                                && payer != null
                                && !payer.has("DTP", "573")
                                && !ClaimBalance.isOnLines(claim, ClaimBalance.payer(other))) {
                            findings.because(other, paid, 0, 0).missing(payer, "DTP");
                        }
                    }
                });
        rules.error(SnipLevel.SITUATION, "line-adjudication-is-of-a-named-payer")
                .atEndOf("2300")
                .says("The line was adjudicated by a payer (SVD01) that no loop 2330B of the claim names (NM109)")
                .source(ClaimRules.GUIDES + "2430, SVD01")
                .when((claim, clm, findings) -> {
                    var others = ClaimBalance.others(claim);
                    if (others.isEmpty() && claim.count("2320") > 0) {
                        return;
                    }
                    for (var line : claim.loops()) {
                        if (line.is("2400")) {
                            for (var adjudication : line.loops()) {
                                if (adjudication.is("2430") && !isNamed(others, adjudication.first())) {
                                    findings.mismatch(adjudication, adjudication.first(), 1);
                                }
                            }
                        }
                    }
                });
        rules.error(SnipLevel.SITUATION, "payers-come-in-different-places")
                .atEndOf("2300")
                .says("Two payers of the claim have the same place in the order (SBR01)")
                .source(ClaimRules.GUIDES + "2000B and 2320, SBR01: each but U once in a claim")
                .when((claim, clm, findings) -> {
                    var subscriber = claim.around("2000B");
                    var sbr = subscriber == null ? null : subscriber.segment("SBR");
                    int seen = sbr == null ? 0 : place(sbr);
                    for (var other : claim.loops()) {
                        if (other.is("2320")) {
                            int place = place(other.first());
                            if ((seen & place) != 0) {
                                findings.mismatch(other, other.first(), 1);
                            }
                            seen |= place;
                        }
                    }
                });
        rules.error(SnipLevel.GUIDE, "non-covered-amount-is-the-charge")
                .atEndOf("2320")
                .says(
                        "AMT A8 says that the payer covers nothing of the claim: it is the claim's charge, without AMT D and CAS")
                .source(ClaimRules.GUIDES + "2320, AMT COB Total Non-covered Amount")
                .when((other, sbr, findings) -> {
                    var amount = other.segment("AMT", "A8");
                    var claim = other.parent();
                    if (amount != null && claim != null) {
                        var value = Amounts.at(amount, 2);
                        var charge = Amounts.at(claim.first(), 2);
                        if (value != null && charge != null && value.compareTo(charge) != 0
                                || other.has("AMT", "D")
                                || other.has("CAS")) {
                            findings.because(claim, claim.first(), 2, 0).mismatch(other, amount, 2);
                        }
                    }
                });
    }

    private static boolean isNamed(List<PlacedLoop> others, Segment svd) {
        for (var other : others) {
            if (svd.elementIs(1, ClaimBalance.payer(other))) {
                return true;
            }
        }
        return false;
    }

    /** A bit for each place but U, which may come more than once. */
    private static int place(Segment sbr) {
        var place = sbr.element(1);
        return place.length() != 1 || place.equals("U") || place.charAt(0) < 'A' || place.charAt(0) > 'Z'
                ? 0
                : 1 << place.charAt(0) - 'A';
    }
}
