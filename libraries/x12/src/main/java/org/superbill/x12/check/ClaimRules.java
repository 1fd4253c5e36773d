package org.superbill.x12.check;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
        levels(rules);
        billingProvider(rules);
        subscriber(rules);
        claim(rules);
        diagnoses(rules);
        lines(rules);
        otherPayers(rules);
        ClaimBalance.addTo(rules);
        dates(rules);
        return rules.list();
    }

    private static void levels(Rules rules) {
        rules.error(SnipLevel.GUIDE, "levels-count-up")
                .atEach("HL")
                .says("HL01 does not count the levels of the transaction set from 1")
                .source(GUIDES + "HL01 of each level")
                .whenCounting(CommonRules::levelsCountUp);
        rules.error(SnipLevel.GUIDE, "subscriber-is-the-patient-of-own-claims")
                .atStartOf("2300")
                .says("A claim directly under its subscriber is the subscriber's own, and SBR02 is not 18")
                .source(GUIDES + "2000B, SBR02; 2000C is for a patient who is not the subscriber")
                .when((claim, clm, findings) -> {
                    var level = claim.parent();
                    var sbr = level == null || !level.is("2000B") ? null : level.segment("SBR");
                    if (level != null && sbr != null && !sbr.elementIs(2, "18") && level.count("2300") == 0) {
                        findings.because(claim, clm, 0, 0).mismatch(level, sbr, 2);
                    }
                });
        rules.error(SnipLevel.GUIDE, "other-patient-has-a-level")
                .atEndOf("2000B")
                .says("The subscriber is not the patient (SBR02 is not 18), and no patient follows in loop 2000C")
                .source(GUIDES + "2000C: needed when the patient is another than the subscriber")
                .when((level, hl, findings) -> {
                    var sbr = level.segment("SBR");
                    if (sbr != null
                            && !sbr.elementIs(2, "18")
                            && level.count("2000C") == 0
                            && level.count("2300") == 0) {
                        findings.because(level, sbr, 2, 0).missingLoop(level, "HL", "2000C");
                    }
                });
        rules.error(SnipLevel.GUIDE, "own-claims-stand-under-the-subscriber")
                .atEndOf("2000B")
                .says(
                        "The subscriber is the patient (SBR02 18) and has no claim; there are claims of other patients only")
                .source(GUIDES + "2000B, SBR02 is 18 only when the subscriber is the patient")
                .when((level, hl, findings) -> {
                    var sbr = level.segment("SBR");
                    if (sbr != null && sbr.elementIs(2, "18") && level.count("2300") == 0 && level.count("2000C") > 0) {
                        findings.mismatch(level, sbr, 2);
                    }
                });
        rules.error(SnipLevel.GUIDE, "level-has-claims")
                .atEndOf("2000B", "2000C")
                .says("The level of the patient has no claim")
                .source(GUIDES + "2300: stands under the subscriber or the patient")
                .when((level, hl, findings) -> {
                    var sbr = level.segment("SBR");
                    boolean isPatient = sbr == null || sbr.elementIs(2, "18");
                    if (isPatient && level.count("2300") == 0 && level.count("2000C") == 0) {
                        findings.missingLoop(level, "CLM", "2300");
                    }
                });
    }

    private static void billingProvider(Rules rules) {
        rules.error(SnipLevel.GUIDE, "tax-number-has-nine-digits")
                .atEndOf("2010AA", "2010AC")
                .says("The tax number (REF with EI or SY) is not nine digits without a hyphen")
                .source(GUIDES + "2010AA and 2010AC, REF Tax Identification")
                .when((loop, nm1, findings) -> {
                    var ref = loop.segment("REF", "EI");
                    ref = ref == null ? loop.segment("REF", "SY") : ref;
                    if (ref != null && ref.has(2) && !isNineDigits(ref.element(2))) {
                        findings.mismatch(loop, ref, 2);
                    }
                });
        rules.warning(SnipLevel.GUIDE, "billing-address-is-a-street")
                .atEndOf("2010AA")
                .says("The billing provider's address is a post office box; such an address goes into loop 2010AB")
                .source(GUIDES + "2010AA, N3")
                .when((loop, nm1, findings) -> {
                    var n3 = loop.segment("N3");
                    if (n3 != null && isPostOfficeBox(n3.element(1))) {
                        findings.mismatch(loop, n3, 1);
                    }
                });
        rules.warning(SnipLevel.GUIDE, "billing-provider-has-an-npi")
                .atEndOf("2010AA")
                .says("The billing provider has no National Provider Identifier (NM108 XX)")
                .source(GUIDES + "2010AA, NM108 and NM109: needed of all who can have one")
                .when((loop, nm1, findings) -> {
                    if (!nm1.has(9)) {
                        findings.elementMissing(loop, nm1, 9);
                    }
                });
    }

    private static boolean isNineDigits(String value) {
        return value.length() == 9 && CommonRules.isDigits(value);
    }

    static boolean isPostOfficeBox(String line) {
        var letters = line.replace(".", "").replace(" ", "");
        return letters.startsWith("POBOX") || letters.startsWith("LOCKBOX") || letters.startsWith("POSTOFFICEBOX");
    }

    private static void subscriber(Rules rules) {
        for (var segment : List.of("N3", "N4", "DMG")) {
            rules.error(SnipLevel.GUIDE, "subscriber-as-patient-has-" + segment.toLowerCase(Locale.ROOT))
                    .atEndOf("2010BA")
                    .says("The subscriber is the patient (SBR02 18), and loop 2010BA has no " + segment)
                    .source(GUIDES + "2010BA, " + segment + ": needed when the patient is the subscriber")
                    .when((name, nm1, findings) -> {
                        var level = name.parent();
                        var sbr = level == null ? null : level.segment("SBR");
                        if (level != null && sbr != null && sbr.elementIs(2, "18") && !name.has(segment)) {
                            findings.because(level, sbr, 2, 0).missing(name, segment);
                        }
                    });
        }
        rules.error(SnipLevel.GUIDE, "filing-indicator-is-told")
                .atEndOf("2000B")
                .says("The claim filing indicator (SBR09) is needed as long as there are no national plan identifiers")
                .source(GUIDES + "2000B, SBR09")
                .when((level, hl, findings) -> {
                    var sbr = level.segment("SBR");
                    if (sbr != null && !sbr.has(9)) {
                        findings.elementMissing(level, sbr, 9);
                    }
                });
        rules.error(SnipLevel.GUIDE, "subscriber-has-a-member-number")
                .atEndOf("2010BA")
                .says("A subscriber who is a person has no member number (NM109)")
                .source(GUIDES + "2010BA, NM108 and NM109: needed of a person")
                .when((name, nm1, findings) -> {
                    if (nm1.elementIs(2, "1") && !nm1.has(9) && !name.has("REF", "Y4")) {
                        findings.because(name, nm1, 2, 0).elementMissing(name, nm1, 9);
                    }
                });
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

    static boolean isReplacement(Segment clm) {
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

    private static void otherPayers(Rules rules) {
        rules.error(SnipLevel.GUIDE, "adjudicated-claim-tells-what-was-paid")
                .atEndOf("2300")
                .says("A payer has adjudicated the claim (CAS, or SVD of a line), and its loop 2320 has no AMT D")
                .source(GUIDES + "2320, AMT COB Payer Paid Amount; zero is an amount")
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
                .source(GUIDES + "2330B, DTP Claim Check or Remittance Date: needed without loop 2430")
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
                .source(GUIDES + "2430, SVD01")
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
                .source(GUIDES + "2000B and 2320, SBR01: each but U once in a claim")
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
                .source(GUIDES + "2320, AMT COB Total Non-covered Amount")
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

    private static void dates(Rules rules) {
        rules.error(SnipLevel.SITUATION, "service-follows-birth")
                .atEndOf("2300")
                .says("A service is dated before the patient's birth")
                .source(GUIDES + "2010BA and 2010CA, DMG02; 2300 and 2400, DTP")
                .when((claim, clm, findings) -> {
                    var patient = patient(claim);
                    int birth = patient == null ? Dates.NONE : Dates.at(patient.element(2), 0);
                    if (birth == Dates.NONE) {
                        return;
                    }
                    var statement = claim.segment("DTP", "434");
                    if (isBefore(Dates.from(statement), birth) && statement != null) {
                        findings.element(claim, statement, 3, 0, "8", "");
                    }
                    for (var line : claim.loops()) {
                        var dtp = line.is("2400") ? line.segment("DTP", "472") : null;
                        if (dtp != null && isBefore(Dates.from(dtp), birth)) {
                            findings.element(line, dtp, 3, 0, "8", "");
                        }
                    }
                });
        rules.warning(SnipLevel.SITUATION, "service-is-not-in-the-future")
                .atEndOf("2400")
                .says("The line's service is dated after the file was made (BHT04)")
                .source(GUIDES + "2400, DTP 472; BHT04")
                .when((line, lx, findings) -> {
                    var dtp = line.segment("DTP", "472");
                    var header = line.around("");
                    var bht = dtp == null || header == null ? null : header.segment("BHT");
                    if (dtp != null && bht != null && isBefore(Dates.at(bht.element(4), 0), Dates.from(dtp))) {
                        findings.element(line, dtp, 3, 0, "8", "");
                    }
                });
    }

    /** Whether the one day is before the other; false when one of them is not known. */
    static boolean isBefore(int day, int other) {
        return day != Dates.NONE && other != Dates.NONE && day < other;
    }

    /** DMG of the claim's patient, be it the subscriber or not. */
    static @Nullable Segment patient(PlacedLoop claim) {
        var level = claim.parent();
        if (level == null) {
            return null;
        }
        var name = level.is("2000C") ? level.loop("2010CA") : level.loop("2010BA");
        return name == null ? null : name.segment("DMG");
    }
}
