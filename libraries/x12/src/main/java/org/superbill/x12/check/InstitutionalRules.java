package org.superbill.x12.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Segment;

/** What the 837I (005010X223A3) demands beyond {@link ClaimRules}. */
final class InstitutionalRules {
    private static final String GUIDE = "005010X223A3, ";

    private InstitutionalRules() {}

    static List<Rule> list() {
        var rules = new Rules();
        billing(rules);
        inpatient(rules);
        codes(rules);
        lines(rules);
        dates(rules);
        return rules.list();
    }

    private static void billing(Rules rules) {
        rules.error(SnipLevel.GUIDE, "billing-zip-has-nine-digits")
                .atEndOf("2010AA")
                .says("The billing provider's ZIP code has not all nine digits")
                .source(GUIDE + "2010AA, N403")
                .when((loop, nm1, findings) -> {
                    var n4 = loop.segment("N4");
                    if (n4 != null && !n4.has(4) && n4.element(3).length() == 5) {
                        findings.mismatch(loop, n4, 3);
                    }
                });
        rules.error(SnipLevel.GUIDE, "attending-provider-is-named")
                .atEndOf("2300")
                .says("The claim has services beyond transport, and loop 2310A names no attending provider")
                .source(GUIDE + "2310A: needed unless all services are nonscheduled transport (revenue codes 054X)")
                .when((claim, clm, findings) -> {
                    if (claim.loop("2310A") == null) {
                        for (var line : claim.loops()) {
                            var sv2 = line.is("2400") ? line.segment("SV2") : null;
                            if (sv2 != null && !sv2.element(1).startsWith("054")) {
                                findings.because(line, sv2, 1, 0).missingLoop(claim, "NM1", "2310A");
                                return;
                            }
                        }
                    }
                });
    }

    /** Hospital, inpatient including Part A: the one type of bill that all payers read alike. */
    private static boolean isInpatient(Segment clm) {
        return clm.component(5, 1).equals("11");
    }

    private static void inpatient(Rules rules) {
        rules.error(SnipLevel.GUIDE, "inpatient-has-its-admission")
                .atEndOf("2300")
                .says("The claim is an inpatient hospital's (CLM05-1 11), and DTP 435 does not tell the admission")
                .source(GUIDE + "2300, DTP Admission Date/Hour: needed of inpatient claims")
                .when((claim, clm, findings) -> {
                    if (isInpatient(clm) && !claim.has("DTP", "435")) {
                        findings.because(claim, clm, 5, 1).missing(claim, "DTP");
                    }
                });
        rules.error(SnipLevel.GUIDE, "inpatient-has-its-admitting-diagnosis")
                .atEndOf("2300")
                .says(
                        "The claim is an inpatient hospital's (CLM05-1 11), and HI ABJ does not tell the admitting diagnosis")
                .source(GUIDE + "2300, HI Admitting Diagnosis: needed of inpatient admissions")
                .when((claim, clm, findings) -> {
                    if (isInpatient(clm) && code(claim, "ABJ") == null && code(claim, "BJ") == null) {
                        findings.because(claim, clm, 5, 1).missing(claim, "HI");
                    }
                });
        rules.warning(SnipLevel.GUIDE, "final-inpatient-has-its-discharge-hour")
                .atEndOf("2300")
                .says(
                        "The claim ends an inpatient stay (frequency 1 or 4), and DTP 096 does not tell the discharge hour")
                .source(GUIDE + "2300, DTP Discharge Hour: needed of final inpatient claims")
                .when((claim, clm, findings) -> {
                    var frequency = clm.component(5, 3);
                    var cl1 = claim.segment("CL1");
                    boolean isFinal = frequency.equals("1") || frequency.equals("4");
                    boolean isStillThere = cl1 != null && cl1.elementIs(3, "30");
                    if (isInpatient(clm) && isFinal && !isStillThere && !claim.has("DTP", "096")) {
                        findings.because(claim, clm, 5, 3).missing(claim, "DTP");
                    }
                });
        rules.warning(SnipLevel.GUIDE, "interim-bill-is-of-a-patient-still-there")
                .atEndOf("2300")
                .says(
                        "The claim is the first or a later of several (frequency 2 or 3), and the patient has left (CL103)")
                .source(GUIDE + "2300, CLM05-3 and CL103; NUBC: patient status 30 is still a patient")
                .when((claim, clm, findings) -> {
                    var frequency = clm.component(5, 3);
                    var cl1 = claim.segment("CL1");
                    if (isInpatient(clm)
                            && (frequency.equals("2") || frequency.equals("3"))
                            && cl1 != null
                            && cl1.has(3)
                            && !cl1.elementIs(3, "30")) {
                        findings.because(claim, clm, 5, 3).mismatch(claim, cl1, 3);
                    }
                });
        rules.warning(SnipLevel.GUIDE, "inpatient-has-its-admission-type")
                .atEndOf("2300")
                .says("The claim is an inpatient hospital's (CLM05-1 11), and CL102 does not tell the point of origin")
                .source(GUIDE + "2300, CL102")
                .when((claim, clm, findings) -> {
                    var cl1 = claim.segment("CL1");
                    if (isInpatient(clm) && cl1 != null && !cl1.has(2)) {
                        findings.because(claim, clm, 5, 1).elementMissing(claim, cl1, 2);
                    }
                });
    }

    /** The HI segment whose first code is of this kind, or null. */
    private static @Nullable Segment code(PlacedLoop claim, String qualifier) {
        int key = Segment.key("HI");
        for (int at = 0; at < claim.size(); at++) {
            if (claim.is(at, key) && claim.segment(at).component(1, 1).equals(qualifier)) {
                return claim.segment(at);
            }
        }
        return null;
    }

    private static void codes(Rules rules) {
        rules.error(SnipLevel.GUIDE, "claim-code-has-two-characters")
                .atEach("HI")
                .says("A condition, occurrence, occurrence span or value code has not two characters")
                .source(GUIDE + "2300, HI with BG, BH, BI, BE; NUBC (code source 132)")
                .when((claim, hi, findings) -> {
                    for (int element = 1; element <= 12 && hi.has(element); element++) {
                        var code = hi.component(element, 2);
                        if (isClaimCode(hi.component(element, 1)) && !code.isEmpty() && code.length() != 2) {
                            findings.mismatch(claim, hi, element, 2);
                        }
                    }
                });
    }

    private static boolean isClaimCode(String qualifier) {
        return switch (qualifier) {
            case "BG", "BH", "BI", "BE" -> true;
            default -> false;
        };
    }

    private static void lines(Rules rules) {
        rules.error(SnipLevel.GUIDE, "revenue-code-has-four-digits")
                .atEndOf("2400")
                .says("The revenue code (SV201) is not four digits")
                .source(GUIDE + "2400, SV201; NUBC (code source 132)")
                .when((line, lx, findings) -> {
                    var sv2 = line.segment("SV2");
                    var code = sv2 == null ? "" : sv2.element(1);
                    if (sv2 != null && !code.isEmpty() && (code.length() != 4 || !CommonRules.isDigits(code))) {
                        findings.mismatch(line, sv2, 1);
                    }
                });
        rules.warning(SnipLevel.GUIDE, "rate-code-has-its-rate")
                .atEndOf("2400")
                .says(
                        "The revenue code is of a prospective payment (0022, 0023, 0024), and SV202 has no rate code (HP)")
                .source(GUIDE + "2400, SV202-1 HP: HIPPS codes of skilled nursing, home health and rehabilitation")
                .when((line, lx, findings) -> {
                    var sv2 = line.segment("SV2");
                    if (sv2 != null
                            && (sv2.elementIs(1, "0022") || sv2.elementIs(1, "0023") || sv2.elementIs(1, "0024"))
                            && !sv2.component(2, 1).equals("HP")) {
                        findings.because(line, sv2, 1, 0).mismatch(line, sv2, 2, 1);
                    }
                });
        rules.error(SnipLevel.BALANCING, "non-covered-charge-is-within-the-charge")
                .atEndOf("2400")
                .says("More of the line is not covered (SV207) than is charged (SV203)")
                .source(GUIDE + "2400, SV203 and SV207")
                .when((line, lx, findings) -> {
                    var sv2 = line.segment("SV2");
                    var charge = Amounts.at(sv2, 3);
                    var notCovered = Amounts.at(sv2, 7);
                    if (sv2 != null && charge != null && notCovered != null && notCovered.compareTo(charge) > 0) {
                        findings.because(line, sv2, 3, 0).mismatch(line, sv2, 7);
                    }
                });
    }

    private static void dates(Rules rules) {
        rules.warning(SnipLevel.SITUATION, "service-is-within-the-statement")
                .atEndOf("2300")
                .says("A line is dated outside of the statement's dates (DTP 434)")
                .source(GUIDE + "2300, DTP Statement Dates; 2400, DTP 472")
                .when((claim, clm, findings) -> {
                    var statement = claim.segment("DTP", "434");
                    int from = Dates.from(statement);
                    int to = Dates.to(statement);
                    if (from != Dates.NONE) {
                        for (var line : claim.loops()) {
                            var dtp = line.is("2400") ? line.segment("DTP", "472") : null;
                            if (dtp != null
                                    && (Dates.isBefore(Dates.from(dtp), from) || Dates.isBefore(to, Dates.to(dtp)))) {
                                findings.element(line, dtp, 3, 0, "8", "");
                            }
                        }
                    }
                });
        rules.error(SnipLevel.SITUATION, "admission-is-within-the-statement")
                .atEndOf("2300")
                .says("The admission (DTP 435) is dated after the statement's last day (DTP 434)")
                .source(GUIDE + "2300, DTP Admission Date/Hour and Statement Dates")
                .when((claim, clm, findings) -> {
                    var admission = claim.segment("DTP", "435");
                    var statement = claim.segment("DTP", "434");
                    if (admission != null
                            && statement != null
                            && Dates.isBefore(Dates.to(statement), Dates.from(admission))) {
                        findings.because(claim, statement, 3, 0).element(claim, admission, 3, 0, "8", "");
                    }
                });
    }
}
