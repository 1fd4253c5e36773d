package org.superbill.x12.check;

import java.math.BigDecimal;
import java.util.List;

/** What the 270 and the 271 (005010X279A1) demand beyond their tables. */
final class EligibilityRules {
    private static final String GUIDE = "005010X279A1, ";
    private static final List<String> IN_MONEY = List.of("B", "C", "G", "J", "Y");

    private EligibilityRules() {}

    static List<Rule> inquiry() {
        var rules = new Rules();
        rules.error(SnipLevel.GUIDE, "subscriber-is-asked-about")
                .atEndOf("2000C")
                .says("No dependent follows, so that the subscriber is the patient, and no EQ asks about a benefit")
                .source(GUIDE + "270 2110C: needed when the subscriber is the patient")
                .when((level, hl, findings) -> {
                    var name = level.loop("2100C");
                    if (level.loop("2000D") == null && name != null && name.loop("2110C") == null) {
                        findings.missingLoop(level, "EQ", "2110C");
                    }
                });
        rules.warning(SnipLevel.GUIDE, "subscriber-can-be-found")
                .atEndOf("2100C")
                .says("The subscriber has neither a member number (NM109) nor a whole name and a birth date")
                .source(GUIDE + "270, 1.4.8 (search options)")
                .when((name, nm1, findings) -> {
                    boolean hasName = nm1.has(3) && nm1.has(4) && name.has("DMG");
                    if (!nm1.has(9) && !hasName) {
                        findings.elementMissing(name, nm1, 9);
                    }
                });
        rules.warning(SnipLevel.GUIDE, "dependent-can-be-found")
                .atEndOf("2100D")
                .says("The dependent has neither a first name (NM104) nor a birth date (DMG) nor a number (REF)")
                .source(GUIDE + "270, 1.4.8 (search options)")
                .when((name, nm1, findings) -> {
                    if (!nm1.has(4) && !name.has("DMG") && !name.has("REF")) {
                        findings.elementMissing(name, nm1, 4);
                    }
                });
        return rules.list();
    }

    static List<Rule> response() {
        var rules = new Rules();
        rules.error(SnipLevel.GUIDE, "related-entities-are-framed")
                .atEndOf("2110C", "2110D")
                .says("Loop 2120 stands between LS and LE, and they stand only around it")
                .source(GUIDE + "271 2110, LS and LE")
                .when((benefit, eb, findings) -> {
                    boolean related = benefit.loop("2120C") != null || benefit.loop("2120D") != null;
                    var ls = benefit.segment("LS");
                    var le = benefit.segment("LE");
                    if (related && ls == null) {
                        findings.missing(benefit, "LS");
                    } else if (related && le == null) {
                        findings.missing(benefit, "LE");
                    } else if (!related && ls != null) {
                        findings.notUsed(benefit, ls);
                    } else if (!related && le != null) {
                        findings.notUsed(benefit, le);
                    }
                });
        rules.warning(SnipLevel.GUIDE, "percentage-is-a-fraction")
                .atEach("EB")
                .says("The percentage (EB08) is more than 1; twenty per cent is 0.2")
                .source(GUIDE + "271 2110, EB08")
                .when((benefit, eb, findings) -> {
                    var percent = Amounts.at(eb, 8);
                    if (percent != null && percent.compareTo(BigDecimal.ONE) > 0) {
                        findings.mismatch(benefit, eb, 8);
                    }
                });
        rules.warning(SnipLevel.GUIDE, "cost-share-has-its-amount")
                .atEach("EB")
                .says("The benefit is an amount (EB01 B, C, G, J, Y), and EB07, EB08 and EB10 are empty")
                .source(GUIDE + "271 2110, EB01 and EB07")
                .when((benefit, eb, findings) -> {
                    if (eb.elementIsOneOf(1, IN_MONEY) && !eb.has(7) && !eb.has(8) && !eb.has(10)) {
                        findings.because(benefit, eb, 1, 0).elementMissing(benefit, eb, 7);
                    }
                });
        rules.warning(SnipLevel.GUIDE, "coinsurance-has-its-percentage")
                .atEach("EB")
                .says("The benefit is coinsurance (EB01 A), and EB08 does not tell the percentage")
                .source(GUIDE + "271 2110, EB01 and EB08")
                .when((benefit, eb, findings) -> {
                    if (eb.elementIs(1, "A") && !eb.has(8) && !eb.has(7)) {
                        findings.because(benefit, eb, 1, 0).elementMissing(benefit, eb, 8);
                    }
                });
        rules.warning(SnipLevel.GUIDE, "subscriber-is-answered")
                .atEndOf("2000C")
                .says("The subscriber's level has no benefit (EB), no reason why not (AAA) and no dependent")
                .source(GUIDE + "271 2100C AAA and 2110C EB")
                .when((level, hl, findings) -> {
                    var name = level.loop("2100C");
                    if (name != null && !name.has("AAA") && name.loop("2110C") == null && level.loop("2000D") == null) {
                        findings.missingLoop(level, "EB", "2110C");
                    }
                });
        return rules.list();
    }
}
