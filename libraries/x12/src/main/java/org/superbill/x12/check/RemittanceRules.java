package org.superbill.x12.check;

import java.util.List;

/** What the 835 (005010X221A1) demands beyond its tables. */
final class RemittanceRules {
    static final String GUIDE = "005010X221A1, ";
    private static final List<String> BANKED = List.of("ACH", "BOP", "FWT");
    private static final List<String> FORWARDED = List.of("19", "20", "21", "23");
    private static final int[] BANK_ELEMENTS = {6, 7, 8, 9, 10, 12, 13, 14, 15};

    private RemittanceRules() {}

    static List<Rule> list() {
        var rules = new Rules();
        payment(rules);
        claim(rules);
        line(rules);
        adjustments(rules);
        RemittanceSums.addTo(rules);
        dates(rules);
        return rules.list();
    }

    private static void payment(Rules rules) {
        rules.error(SnipLevel.GUIDE, "transfer-has-its-accounts")
                .atEach("BPR")
                .says("The money is transferred (BPR04 ACH, BOP, FWT), and the banks or accounts are not all told")
                .source(GUIDE + "BPR06 to BPR10 and BPR12 to BPR15: needed of transfers")
                .when((root, bpr, findings) -> {
                    if (bpr.elementIsOneOf(4, BANKED)) {
                        for (int element : BANK_ELEMENTS) {
                            if (!bpr.has(element)) {
                                findings.because(root, bpr, 4, 0).elementMissing(root, bpr, element);
                                return;
                            }
                        }
                    }
                });
        rules.error(SnipLevel.GUIDE, "clearing-house-payment-has-its-format")
                .atEach("BPR")
                .says(
                        "The money goes through the automated clearing house (BPR04 ACH), and BPR05 does not tell the format")
                .source(GUIDE + "BPR05: needed with ACH")
                .when((root, bpr, findings) -> {
                    if (bpr.elementIs(4, "ACH") && !bpr.has(5)) {
                        findings.because(root, bpr, 4, 0).elementMissing(root, bpr, 5);
                    }
                });
        rules.error(SnipLevel.GUIDE, "no-payment-is-zero")
                .atEach("BPR")
                .says("There is no payment (BPR04 NON), and the amount (BPR02) is not zero")
                .source(GUIDE + "BPR04 NON: when the amount is zero")
                .when((root, bpr, findings) -> {
                    var amount = Amounts.at(bpr, 2);
                    if (bpr.elementIs(4, "NON") && amount != null && amount.signum() != 0) {
                        findings.because(root, bpr, 4, 0).mismatch(root, bpr, 2);
                    }
                });
        rules.error(SnipLevel.GUIDE, "amount-is-not-negative")
                .atEach("BPR")
                .says("The amount (BPR02) is negative; what is owed by the payee is carried forward in PLB")
                .source(GUIDE + "BPR02: zero or more")
                .when((root, bpr, findings) -> {
                    if (bpr.element(2).startsWith("-")) {
                        findings.mismatch(root, bpr, 2);
                    }
                });
        rules.error(SnipLevel.GUIDE, "payer-is-one-and-its-tax-number")
                .atEach("TRN")
                .says("The payer's identifier (TRN03) is not a 1 and nine digits of its tax number")
                .source(GUIDE + "TRN03")
                .when((root, trn, findings) -> {
                    if (trn.has(3) && !isPayerIdentifier(trn.element(3))) {
                        findings.mismatch(root, trn, 3);
                    }
                });
        rules.warning(SnipLevel.SITUATION, "payer-is-the-same-in-trace-and-payment")
                .atEndOf("")
                .says("BPR10 and TRN03 name different payers")
                .source(GUIDE + "BPR10 and TRN03")
                .when((root, st, findings) -> {
                    var bpr = root.segment("BPR");
                    var trn = root.segment("TRN");
                    if (bpr != null && trn != null && bpr.has(10) && trn.has(3) && !trn.elementIs(3, bpr.element(10))) {
                        findings.because(root, bpr, 10, 0).mismatch(root, trn, 3);
                    }
                });
    }

    private static boolean isPayerIdentifier(String value) {
        return value.length() == 10 && value.startsWith("1") && CommonRules.isDigits(value);
    }

    private static void claim(Rules rules) {
        rules.error(SnipLevel.GUIDE, "forwarded-claim-names-the-next-payer")
                .atEndOf("2100")
                .says("The claim was forwarded (CLP02 19, 20, 21, 23), and NM1 TT does not name the next payer")
                .source(GUIDE + "2100, NM1 Crossover Carrier Name")
                .when((claim, clp, findings) -> {
                    if (clp.elementIsOneOf(2, FORWARDED) && !claim.has("NM1", "TT")) {
                        findings.because(claim, clp, 2, 0).missing(claim, "NM1");
                    }
                });
        rules.warning(SnipLevel.GUIDE, "reversal-takes-back")
                .atEndOf("2100")
                .says("The claim is a reversal (CLP02 22), and its charge (CLP03) is not negative")
                .source(GUIDE + "1.10.2.8: a reversal has the amounts of the claim before with the other sign")
                .when((claim, clp, findings) -> {
                    var charge = Amounts.at(clp, 3);
                    if (clp.elementIs(2, "22") && charge != null && charge.signum() > 0) {
                        findings.because(claim, clp, 2, 0).mismatch(claim, clp, 3);
                    }
                });
        rules.warning(SnipLevel.GUIDE, "reversal-has-no-patient-part")
                .atEndOf("2100")
                .says("The claim is a reversal (CLP02 22) and tells the patient's part (CLP05)")
                .source(GUIDE + "2100, CLP05 and 1.10.2.8")
                .when((claim, clp, findings) -> {
                    if (clp.elementIs(2, "22") && clp.has(5)) {
                        findings.because(claim, clp, 2, 0).elementNotUsed(claim, clp, 5);
                    }
                });
        rules.warning(SnipLevel.GUIDE, "denied-claim-is-not-paid")
                .atEndOf("2100")
                .says("The claim is denied (CLP02 4), and something is paid (CLP04)")
                .source(GUIDE + "2100, CLP02")
                .when((claim, clp, findings) -> {
                    var paid = Amounts.at(clp, 4);
                    if (clp.elementIs(2, "4") && paid != null && paid.signum() != 0) {
                        findings.because(claim, clp, 2, 0).mismatch(claim, clp, 4);
                    }
                });
        rules.warning(SnipLevel.GUIDE, "adjudicated-as-inpatient-or-not")
                .atEndOf("2100")
                .says("The claim has both MIA and MOA; the one is of inpatient claims, the other of all others")
                .source(GUIDE + "2100, MIA and MOA")
                .when((claim, clp, findings) -> {
                    var mia = claim.segment("MIA");
                    var moa = claim.segment("MOA");
                    if (mia != null && moa != null) {
                        findings.because(claim, mia, 0, 0).notUsed(claim, moa);
                    }
                });
    }

    private static void line(Rules rules) {
        rules.error(SnipLevel.GUIDE, "service-period-has-both-ends")
                .atEndOf("2110")
                .says("A service period has its first day (DTM 150) and its last (DTM 151)")
                .source(GUIDE + "2110, DTM Service Date: 150 and 151 together, or 472")
                .when((line, svc, findings) -> {
                    var first = line.segment("DTM", "150");
                    var last = line.segment("DTM", "151");
                    var only = first == null ? last : first;
                    if (only != null && (first == null || last == null)) {
                        findings.because(line, only, 1, 0).missing(line, "DTM");
                    }
                });
        rules.warning(SnipLevel.GUIDE, "single-day-or-period")
                .atEndOf("2110")
                .says("The service has a single day (DTM 472) and a period (DTM 150, 151)")
                .source(GUIDE + "2110, DTM Service Date")
                .when((line, svc, findings) -> {
                    var day = line.segment("DTM", "472");
                    var period = line.segment("DTM", "150");
                    if (day != null && period != null) {
                        findings.because(line, period, 1, 0).notUsed(line, day);
                    }
                });
    }

    private static void adjustments(Rules rules) {
        rules.warning(SnipLevel.GUIDE, "adjustments-are-told-from-the-first")
                .atEach("CAS")
                .says("The adjustments of the segment begin behind an empty place (CAS02, 05, 08 …)")
                .source(GUIDE + "2100 and 2110, CAS: the six triples are filled from the first")
                .when((loop, cas, findings) -> {
                    for (int element = 5; element <= 17; element += 3) {
                        if (cas.has(element) && !cas.has(element - 3)) {
                            findings.because(loop, cas, element, 0).elementMissing(loop, cas, element - 3);
                            return;
                        }
                    }
                });
        rules.warning(SnipLevel.GUIDE, "recovery-tells-its-claim")
                .atEach("PLB")
                .says("Money is recovered (PLB03-1 WO) or moved forward (FB), and no number says what for (PLB03-2)")
                .source(GUIDE + "PLB03-2: needed where a number tells the adjustment, 1.10.2.12 and 1.10.2.17")
                .when((root, plb, findings) -> {
                    for (int element = 3; element <= 13; element += 2) {
                        var reason = plb.component(element, 1);
                        if ((reason.equals("WO") || reason.equals("FB"))
                                && plb.component(element, 2).isEmpty()) {
                            findings.element(root, plb, element, 2, Findings.ELEMENT_MISSING, "");
                        }
                    }
                });
    }

    private static void dates(Rules rules) {
        dates(rules, "statement-ends-after-it-begins", "2100", "232", "233");
        dates(rules, "service-ends-after-it-begins", "2110", "150", "151");
    }

    private static void dates(Rules rules, String name, String loopId, String from, String to) {
        rules.error(SnipLevel.SITUATION, name)
                .atEndOf(loopId)
                .says("The period ends (DTM %s) before it begins (DTM %s)".formatted(to, from))
                .source(GUIDE + loopId + ", DTM")
                .when((loop, first, findings) -> {
                    var begin = loop.segment("DTM", from);
                    var end = loop.segment("DTM", to);
                    if (begin != null
                            && end != null
                            && Dates.isBefore(Dates.at(end.element(2), 0), Dates.at(begin.element(2), 0))) {
                        findings.because(loop, begin, 2, 0).element(loop, end, 2, 0, "8", "");
                    }
                });
    }
}
