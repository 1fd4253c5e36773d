package org.superbill.x12.check;

import java.math.BigDecimal;
import java.util.List;
import org.superbill.x12.Segment;
import org.superbill.x12.check.Rule.Test;

/** What the 999 (005010X231A1) demands beyond its tables. */
final class AcknowledgmentRules {
    private static final String GUIDE = "005010X231A1, ";
    private static final List<String> ACCEPTED = List.of("A", "E");

    private AcknowledgmentRules() {}

    static List<Rule> list() {
        var rules = new Rules();
        rules.error(SnipLevel.GUIDE, "element-errors-are-named")
                .atEndOf("2100")
                .says("The segment has errors in its elements (IK304 8), and no IK4 names one")
                .source(GUIDE + "2110, IK4: needed when IK304 is 8")
                .when((error, ik3, findings) -> {
                    if (ik3.elementIs(4, "8") && error.loop("2110") == null) {
                        findings.because(error, ik3, 4, 0).missingLoop(error, "IK4", "2110");
                    }
                });
        rules.warning(SnipLevel.SITUATION, "accepted-set-has-no-errors")
                .atEndOf("2000")
                .says("The transaction set is accepted without errors (IK501 A), and there are errors (IK3)")
                .source(GUIDE + "2000, IK501: with errors it is E, or rejected")
                .when((response, ak2, findings) -> {
                    var ik5 = response.segment("IK5");
                    var error = response.loop("2100");
                    if (ik5 != null && error != null && ik5.elementIs(1, "A")) {
                        findings.because(error, error.first(), 0, 0).mismatch(response, ik5, 1);
                    }
                });
        rules.warning(SnipLevel.GUIDE, "rejected-set-has-its-reason")
                .atEndOf("2000")
                .says("The transaction set is rejected (IK501 R), and IK502 does not tell why")
                .source(GUIDE + "2000, IK502: needed when there are errors")
                .when((response, ak2, findings) -> {
                    var ik5 = response.segment("IK5");
                    if (ik5 != null && ik5.elementIs(1, "R") && !ik5.has(2)) {
                        findings.because(response, ik5, 1, 0).elementMissing(response, ik5, 2);
                    }
                });
        rules.error(SnipLevel.BALANCING, "accepted-sets-are-counted")
                .atEndOf("2000", "")
                .says("The number of accepted transaction sets (AK904) is not that of the responses (IK501 A, E)")
                .source(GUIDE + "AK904")
                .whenCounting(Accepted::new);
        rules.error(SnipLevel.BALANCING, "group-code-follows-its-counts")
                .atEndOf("")
                .says("The group's code (AK901) contradicts the numbers received (AK903) and accepted (AK904)")
                .source(GUIDE + "AK901: A and E accept all, P some, R none")
                .when((root, st, findings) -> {
                    var ak9 = root.segment("AK9");
                    var received = Amounts.at(ak9, 3);
                    var accepted = Amounts.at(ak9, 4);
                    if (ak9 != null && received != null && accepted != null) {
                        int difference = accepted.compareTo(received);
                        boolean isGood = switch (ak9.element(1)) {
                            case "A", "E" -> difference == 0;
                            case "P" -> difference < 0 && accepted.signum() > 0;
                            case "R" -> accepted.signum() == 0;
                            default -> true;
                        };
                        if (!isGood) {
                            findings.because(root, ak9, 4, 0).mismatch(root, ak9, 1);
                        }
                    }
                });
        return rules.list();
    }

    /** Counts the responses; a group that is rejected as a whole may go without them. */
    private static final class Accepted implements Test {
        private int responses;
        private int accepted;

        @Override
        public void on(PlacedLoop loop, Segment first, Findings findings) {
            if (loop.is("2000")) {
                responses++;
                var ik5 = loop.segment("IK5");
                accepted += ik5 != null && ik5.elementIsOneOf(1, ACCEPTED) ? 1 : 0;
                return;
            }
            var ak9 = loop.segment("AK9");
            var told = Amounts.at(ak9, 4);
            if (ak9 != null
                    && told != null
                    && responses > 0
                    && !ak9.has(5)
                    && told.compareTo(BigDecimal.valueOf(accepted)) != 0) {
                findings.mismatch(loop, ak9, 4);
            }
        }
    }
}
