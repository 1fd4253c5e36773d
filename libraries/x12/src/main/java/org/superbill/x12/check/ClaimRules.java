package org.superbill.x12.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Segment;

/** What the two claims, 837P (005010X222A1) and 837I (005010X223A2), demand alike. */
final class ClaimRules {
    static final String GUIDES = "005010X222A1 and 005010X223A2, ";

    /** Attachments that are sent apart from the claim need a number to be found by. */
    private static final List<String> SENT_APART = List.of("BM", "EL", "EM", "FT", "FX");

    private static final int DRUG_DIGITS = 11;

    private ClaimRules() {}

    static List<Rule> list() {
        var rules = new Rules();
        ClaimPartyRules.addTo(rules);
        claim(rules);
        diagnoses(rules);
        lines(rules);
        OtherPayerRules.addTo(rules);
        ClaimBalance.addTo(rules);
        ClaimDateRules.addTo(rules);
        return rules.list();
    }

    private static void claim(Rules rules) {
        rules.error(SnipLevel.GUIDE, "replacement-names-the-claim")
                .atEndOf("2300")
                .says("The claim replaces or voids an earlier one (CLM05-3 7 or 8), and REF F8 does not name it")
                .source(GUIDES + "2300, REF Payer Claim Control Number")
                .when((claim, clm, findings) -> {
                    if (isReplacement(clm) && !claim.has("REF", "F8")) {
                        findings.because(claim, clm, 5, 3).missing(claim, "REF");
                    }
                });
        rules.error(SnipLevel.GUIDE, "charge-is-not-negative")
                .atStartOf("2300")
                .says("The claim's charge (CLM02) is negative")
                .source(GUIDES + "2300, CLM02: zero or more")
                .when((claim, clm, findings) -> {
                    if (clm.element(2).startsWith("-")) {
                        findings.mismatch(claim, clm, 2);
                    }
                });
        rules.error(SnipLevel.GUIDE, "attachment-has-its-number")
                .atEach("PWK")
                .says("The attachment is sent apart from the claim (PWK02), and PWK06 has no number to find it by")
                .source(GUIDES + "2300 and 2400, PWK05 and PWK06: needed with PWK02 BM, EL, EM, FT, FX")
                .when((loop, pwk, findings) -> {
                    if (pwk.elementIsOneOf(2, SENT_APART) && !pwk.has(6)) {
                        findings.because(loop, pwk, 2, 0).elementMissing(loop, pwk, 6);
                    }
                });
        rules.error(SnipLevel.GUIDE, "no-epsdt-referral-is-said-by-nu")
                .atEach("CRC")
                .says("CRC02 says whether there was an EPSDT referral, and CRC03 says the contrary (NU is none)")
                .source(GUIDES + "2300, CRC with ZZ: CRC03 is NU exactly when CRC02 is N")
                .when((claim, crc, findings) -> {
                    if (crc.elementIs(1, "ZZ") && crc.has(3) && crc.elementIs(2, "N") != crc.elementIs(3, "NU")) {
                        findings.because(claim, crc, 2, 0).mismatch(claim, crc, 3);
                    }
                });
    }

    private static boolean isReplacement(Segment clm) {
        var frequency = clm.component(5, 3);
        return frequency.equals("7") || frequency.equals("8");
    }

    private static void diagnoses(Rules rules) {
        rules.error(SnipLevel.GUIDE, "diagnosis-has-no-point")
                .atEach("HI")
                .says("A diagnosis or procedure code is sent with its point; the point is implied")
                .source(GUIDES + "2300, HI: codes of ICD are sent without the decimal point")
                .when((claim, hi, findings) -> {
                    for (int element = 1; element <= 12 && hi.has(element); element++) {
                        if (isIcd(hi.component(element, 1))
                                && hi.component(element, 2).indexOf('.') >= 0) {
                            findings.mismatch(claim, hi, element, 2);
                        }
                    }
                });
        rules.error(SnipLevel.GUIDE, "one-edition-of-icd")
                .atEndOf("2300")
                .says("The claim has codes of ICD-9 and of ICD-10")
                .source(GUIDES
                        + "2300, HI: qualifiers of one edition throughout a claim (ABK with ABF …, BK with BF …)")
                .when((claim, clm, findings) -> {
                    var principal = principal(claim);
                    if (principal != null) {
                        boolean isTen = principal.component(1, 1).startsWith("AB");
                        mixed(claim, principal, isTen, findings);
                    }
                });
    }

    private static void mixed(PlacedLoop claim, Segment principal, boolean isTen, Findings findings) {
        int key = Segment.key("HI");
        for (int at = 0; at < claim.size(); at++) {
            if (claim.is(at, key)) {
                var hi = claim.segment(at);
                for (int element = 1; element <= 12 && hi.has(element); element++) {
                    var qualifier = hi.component(element, 1);
                    if (isTen ? isNine(qualifier) : isTen(qualifier)) {
                        findings.because(claim, principal, 1, 1).mismatch(claim, hi, element, 1);
                        return;
                    }
                }
            }
        }
    }

    /** HI with ABK or BK. */
    static @Nullable Segment principal(PlacedLoop claim) {
        int key = Segment.key("HI");
        for (int at = 0; at < claim.size(); at++) {
            if (claim.is(at, key)) {
                var qualifier = claim.segment(at).component(1, 1);
                if (qualifier.equals("ABK") || qualifier.equals("BK")) {
                    return claim.segment(at);
                }
            }
        }
        return null;
    }

    private static boolean isNine(String qualifier) {
        return switch (qualifier) {
            case "BK", "BF", "BJ", "PR", "BN", "BR", "BQ" -> true;
            default -> false;
        };
    }

    private static boolean isTen(String qualifier) {
        return switch (qualifier) {
            case "ABK", "ABF", "ABJ", "APR", "ABN", "BBR", "BBQ" -> true;
            default -> false;
        };
    }

    private static boolean isIcd(String qualifier) {
        return isNine(qualifier) || isTen(qualifier);
    }

    private static void lines(Rules rules) {
        rules.error(SnipLevel.GUIDE, "lines-count-up")
                .atStartOf("2400")
                .says("LX01 does not count the lines of the claim from 1")
                .source(GUIDES + "2400, LX01")
                .when((line, lx, findings) -> {
                    var claim = line.parent();
                    if (claim != null && !lx.elementIs(1, String.valueOf(claim.count("2400") + 1))) {
                        findings.mismatch(line, lx, 1);
                    }
                });
        rules.error(SnipLevel.SITUATION, "line-numbers-differ")
                .atEndOf("2300")
                .says("Two lines of the claim have the same line item control number (REF 6R)")
                .source(GUIDES + "2400, REF Line Item Control Number: unique in the claim")
                .when((claim, clm, findings) -> {
                    Set<String> seen = null;
                    for (var line : claim.loops()) {
                        var ref = line.is("2400") ? line.segment("REF", "6R") : null;
                        if (ref != null && ref.has(2)) {
                            seen = seen == null ? new HashSet<>() : seen;
                            if (!seen.add(ref.element(2))) {
                                findings.mismatch(line, ref, 2);
                            }
                        }
                    }
                });
        rules.error(SnipLevel.GUIDE, "drug-code-has-eleven-digits")
                .atEach("LIN")
                .says("The National Drug Code is not eleven digits (five, four and two) without hyphens")
                .source(GUIDES + "2410, LIN03 with N4")
                .when((drug, lin, findings) -> {
                    var code = lin.element(3);
                    if (lin.elementIs(2, "N4")
                            && !code.isEmpty()
                            && (code.length() != DRUG_DIGITS || !CommonRules.isDigits(code))) {
                        findings.mismatch(drug, lin, 3);
                    }
                });
    }
}
