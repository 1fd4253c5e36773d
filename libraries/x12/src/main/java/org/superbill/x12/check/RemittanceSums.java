package org.superbill.x12.check;

import java.math.BigDecimal;
import java.util.List;
import org.superbill.x12.Segment;
import org.superbill.x12.X12Exception;
import org.superbill.x12.check.Rule.Test;
import org.superbill.x12.remittance.Loop2100ClaimPayment;
import org.superbill.x12.remittance.Payment;
import org.superbill.x12.remittance.RemittanceAdvice;
import org.superbill.x12.remittance.RemittanceBalance;

/** The sums of an 835; {@link RemittanceBalance} has the three that make money move. */
final class RemittanceSums {
    private RemittanceSums() {}

    static void addTo(Rules rules) {
        rules.error(SnipLevel.BALANCING, "line-payment-balances")
                .atEndOf("2100")
                .says("The line's charge less its adjustments is not what was paid of it")
                .source(RemittanceRules.GUIDE + "1.10.2.1.1: SVC02 - CAS = SVC03")
                .whenCounting(RemittanceSums::lineBalance);
        rules.error(SnipLevel.BALANCING, "claim-payment-balances")
                .atEndOf("2100")
                .says("The claim's charge less all adjustments is not what was paid of it")
                .source(RemittanceRules.GUIDE + "1.10.2.1.2: CLP03 - CAS of claim and lines = CLP04")
                .whenCounting(RemittanceSums::claimBalance);
        rules.error(SnipLevel.BALANCING, "payment-balances")
                .atEndOf("2100", "")
                .says("The claims' payments less the provider adjustments are not the payment")
                .source(RemittanceRules.GUIDE + "1.10.2.1.3: BPR02 = sum of CLP04 - sum of PLB")
                .whenCounting(TotalBalance::new);
        rules.warning(SnipLevel.BALANCING, "patient-part-is-adjusted")
                .atEndOf("2100")
                .says("The patient's part (CLP05) is not the sum of the adjustments of group PR")
                .source(RemittanceRules.GUIDE + "2100, CLP05")
                .when((claim, clp, findings) -> {
                    var part = Amounts.at(clp, 5);
                    if (part != null) {
                        var adjusted = patientPart(claim);
                        for (var line : claim.loops()) {
                            adjusted = adjusted.add(patientPart(line));
                        }
                        if (part.compareTo(adjusted) != 0) {
                            findings.mismatch(claim, clp, 5);
                        }
                    }
                });
        rules.warning(SnipLevel.BALANCING, "summary-is-of-its-claims")
                .atEndOf("2100", "2000")
                .says("The provider summary (TS3) has not the number or the charges of the claims under it")
                .source(RemittanceRules.GUIDE + "2000, TS304 and TS305")
                .whenCounting(SummaryBalance::new);
    }

    private static BigDecimal patientPart(PlacedLoop loop) {
        var sum = BigDecimal.ZERO;
        int key = Segment.key("CAS");
        for (int at = 0; at < loop.size(); at++) {
            if (loop.is(at, key) && loop.segment(at).elementIs(1, "PR")) {
                var adjusted = Amounts.adjusted(loop.segment(at));
                sum = adjusted == null ? sum : sum.add(adjusted);
            }
        }
        return sum;
    }

    private static Test lineBalance() {
        var claims = new int[1];
        return (claim, clp, findings) -> {
            claims[0]++;
            try {
                var imbalances = RemittanceBalance.ofLines(typed(claim), claims[0]);
                var lines = imbalances.isEmpty() ? List.<PlacedLoop>of() : lines(claim); // once: they may be many
                for (var sums : imbalances) {
                    var line = lines.get(sums.line() - 1);
                    findings.mismatch(line, line.first(), 3, sums.message());
                }
            } catch (X12Exception e) {
                // an amount that is missing or no number is told by the element check; there is nothing to add up
            }
        };
    }

    private static Test claimBalance() {
        var claims = new int[1];
        return (claim, clp, findings) -> {
            claims[0]++;
            try {
                var sums = RemittanceBalance.ofWholeClaim(typed(claim), claims[0]);
                if (sums.difference().signum() != 0) {
                    findings.mismatch(claim, clp, 4, sums.message());
                }
            } catch (X12Exception e) {
                // an amount that is missing or no number is told by the element check; there is nothing to add up
            }
        };
    }

    private static Loop2100ClaimPayment typed(PlacedLoop claim) {
        return new Loop2100ClaimPayment(claim.toLoop());
    }

    private static List<PlacedLoop> lines(PlacedLoop claim) {
        return claim.loops().stream().filter(loop -> loop.is("2110")).toList();
    }

    /** Sums CLP04 through the transaction set. */
    private static final class TotalBalance implements Test {
        private BigDecimal paid = BigDecimal.ZERO;
        private boolean isKnown = true;

        @Override
        public void on(PlacedLoop loop, Segment first, Findings findings) {
            if (loop.is("2100")) {
                var amount = Amounts.at(first, 4);
                isKnown &= amount != null;
                paid = amount == null ? paid : paid.add(amount);
                return;
            }
            var bpr = loop.segment("BPR");
            if (bpr == null || !isKnown) {
                return;
            }
            try {
                var remittance = new RemittanceAdvice(loop.toLoop());
                var sums = RemittanceBalance.ofTransaction(paid, new Payment(bpr), remittance.providerAdjustments());
                if (sums.difference().signum() != 0) {
                    findings.mismatch(loop, bpr, 2, sums.message());
                }
            } catch (X12Exception e) {
                // an amount that is missing or no number is told by the element check; there is nothing to add up
            }
        }
    }

    /** Sums the claims of one loop 2000. */
    private static final class SummaryBalance implements Test {
        private BigDecimal charged = BigDecimal.ZERO;
        private int claims;

        @Override
        public void on(PlacedLoop loop, Segment first, Findings findings) {
            if (loop.is("2100")) {
                var amount = Amounts.at(first, 3);
                charged = amount == null ? charged : charged.add(amount);
                claims++;
                return;
            }
            var ts3 = loop.segment("TS3");
            if (ts3 != null) {
                var count = Amounts.at(ts3, 4);
                var total = Amounts.at(ts3, 5);
                if (count != null && count.compareTo(BigDecimal.valueOf(claims)) != 0) {
                    findings.mismatch(loop, ts3, 4);
                } else if (total != null && total.compareTo(charged) != 0) {
                    findings.mismatch(loop, ts3, 5);
                }
            }
            charged = BigDecimal.ZERO;
            claims = 0;
        }
    }
}
