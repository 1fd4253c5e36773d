package org.superbill.x12.check;

import java.math.BigDecimal;
import java.util.List;
import org.superbill.x12.Segment;
import org.superbill.x12.check.Rule.Test;

/** What the 277CA (005010X214) demands beyond its tables. Nothing of it is an error: payers fill it in many ways. */
final class ClaimAcknowledgmentRules {
    private static final String GUIDE = "005010X214, ";

    /** Categories of code source 507 that take a claim out, and the one that lets it in. */
    private static final List<String> REJECTED = List.of("A3", "A6", "A7", "A8");

    private ClaimAcknowledgmentRules() {}

    static List<Rule> list() {
        var rules = new Rules();
        rules.warning(SnipLevel.SITUATION, "action-follows-the-status")
                .atEach("STC")
                .says("The action (STC03 WQ accepted, U rejected) contradicts the status category (STC01-1)")
                .source(GUIDE + "2200 and 2220, STC01 and STC03")
                .when((loop, stc, findings) -> {
                    var category = stc.component(1, 1);
                    if (stc.elementIs(3, "WQ") && REJECTED.contains(category)
                            || stc.elementIs(3, "U") && category.equals("A2")) {
                        findings.because(loop, stc, 1, 1).mismatch(loop, stc, 3);
                    }
                });
        rules.warning(SnipLevel.BALANCING, "accepted-claims-are-counted")
                .atEndOf("2200D", "2000B")
                .says(
                        "The number or the amount of accepted claims (QTY 90, AMT YU) is not that of the claims that follow")
                .source(GUIDE + "2200B, QTY and AMT")
                .whenCounting(() -> new Accepted("2000B", "2200B", "90"));
        rules.warning(SnipLevel.BALANCING, "accepted-claims-of-a-provider-are-counted")
                .atEndOf("2200D", "2000C")
                .says(
                        "The number or the amount of accepted claims (QTY QA, AMT YU) is not that of the provider's claims")
                .source(GUIDE + "2200C, QTY and AMT")
                .whenCounting(() -> new Accepted("2000C", "2200C", "QA"));
        return rules.list();
    }

    /** Sums the accepted claims of a level. */
    private static final class Accepted implements Test {
        private final String level;
        private final String totals;
        private final String quantity;
        private BigDecimal amount = BigDecimal.ZERO;
        private int claims;
        private int accepted;

        private Accepted(String level, String totals, String quantity) {
            this.level = level;
            this.totals = totals;
            this.quantity = quantity;
        }

        @Override
        public void on(PlacedLoop loop, Segment first, Findings findings) {
            if (!loop.is(level)) {
                add(loop);
                return;
            }
            var told = loop.loop(totals);
            if (told != null && claims > 0) {
                var qty = told.segment("QTY", quantity);
                var amt = told.segment("AMT", "YU");
                var count = Amounts.at(qty, 2);
                var sum = Amounts.at(amt, 2);
                if (qty != null && count != null && count.compareTo(BigDecimal.valueOf(accepted)) != 0) {
                    findings.mismatch(told, qty, 2);
                } else if (amt != null && sum != null && sum.compareTo(amount) != 0) {
                    findings.mismatch(told, amt, 2);
                }
            }
            amount = BigDecimal.ZERO;
            claims = 0;
            accepted = 0;
        }

        private void add(PlacedLoop claim) {
            claims++;
            var stc = claim.segment("STC");
            if (stc != null && stc.elementIs(3, "WQ")) {
                accepted++;
                var charge = Amounts.at(stc, 4);
                amount = charge == null ? amount : amount.add(charge);
            }
        }
    }
}
