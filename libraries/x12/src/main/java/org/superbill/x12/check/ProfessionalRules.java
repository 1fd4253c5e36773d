package org.superbill.x12.check;

import java.util.List;
import org.superbill.x12.Segment;

/** What the 837P (005010X222A1) demands beyond {@link ClaimRules}. */
final class ProfessionalRules {
    private static final String GUIDE = "005010X222A1, ";

    private ProfessionalRules() {}

    static List<Rule> list() {
        var rules = new Rules();
        parties(rules);
        claim(rules);
        ambulance(rules);
        lines(rules);
        dates(rules);
        return rules.list();
    }

    private static void parties(Rules rules) {
        rules.warning(SnipLevel.GUIDE, "billing-zip-has-nine-digits")
                .atEndOf("2010AA")
                .says("The billing provider's ZIP code has not all nine digits")
                .source(GUIDE + "2010AA, N403; the guide's own examples have five")
                .when((loop, nm1, findings) -> {
                    var n4 = loop.segment("N4");
                    if (n4 != null && !n4.has(4) && n4.element(3).length() == 5) {
                        findings.mismatch(loop, n4, 3);
                    }
                });
        rules.error(SnipLevel.GUIDE, "medicare-secondary-tells-why")
                .atEndOf("2000B")
                .says("Medicare is not the first payer (SBR01), and SBR05 does not say why")
                .source(GUIDE + "2000B, SBR05: needed when Medicare is the destination and not primary")
                .when((level, hl, findings) -> {
                    var sbr = level.segment("SBR");
                    if (sbr != null
                            && (sbr.elementIs(9, "MA") || sbr.elementIs(9, "MB"))
                            && sbr.has(1)
                            && !sbr.elementIs(1, "P")
                            && !sbr.elementIs(1, "U")
                            && !sbr.has(5)) {
                        findings.because(level, sbr, 1, 0).elementMissing(level, sbr, 5);
                    }
                });
        rules.warning(SnipLevel.GUIDE, "rendering-provider-is-another")
                .atEndOf("2310B")
                .says("The rendering provider is the billing provider; loop 2310B is for another")
                .source(GUIDE + "2310B: sent when it differs from 2010AA; the guide's own examples repeat it")
                .when((provider, nm1, findings) -> {
                    var billing = provider.around("2000A");
                    var name = billing == null ? null : billing.loop("2010AA");
                    if (name != null
                            && nm1.elementIs(8, "XX")
                            && name.first().elementIs(8, "XX")
                            && nm1.has(9)
                            && nm1.elementIs(9, name.first().element(9))) {
                        findings.because(name, name.first(), 9, 0).notUsed(provider, nm1);
                    }
                });
        rules.error(SnipLevel.GUIDE, "second-referral-follows-a-first")
                .atEndOf("2300", "2400")
                .says(
                        "The primary care provider's referral (P3) is the second; the first is the referring provider's (DN)")
                .source(GUIDE + "2310A and 2420F, NM101: one referral is DN; P3 is the second of two")
                .when((loop, first, findings) -> {
                    PlacedLoop second = null;
                    boolean hasFirst = false;
                    for (var child : loop.loops()) {
                        if (child.is("2310A") || child.is("2420F")) {
                            hasFirst |= child.first().elementIs(1, "DN");
                            second = child.first().elementIs(1, "P3") ? child : second;
                        }
                    }
                    if (second != null && !hasFirst) {
                        findings.mismatch(second, second.first(), 1);
                    }
                });
    }

    private static void claim(Rules rules) {
        rules.error(SnipLevel.GUIDE, "accident-has-its-date")
                .atEndOf("2300")
                .says("An accident (CLM11 AA or OA) caused the claim, and DTP 439 does not tell its date")
                .source(GUIDE + "2300, DTP Accident: needed when CLM11 has AA or OA")
                .when((claim, clm, findings) -> {
                    int cause = cause(clm, "AA");
                    cause = cause == 0 ? cause(clm, "OA") : cause;
                    if (cause > 0 && !claim.has("DTP", "439")) {
                        findings.because(claim, clm, 11, cause).missing(claim, "DTP");
                    }
                });
        rules.error(SnipLevel.GUIDE, "auto-accident-has-its-state")
                .atStartOf("2300")
                .says("An automobile accident (CLM11 AA) has its state in CLM11-4 or its country in CLM11-5")
                .source(GUIDE + "2300, CLM11-4 and CLM11-5")
                .when((claim, clm, findings) -> {
                    int cause = cause(clm, "AA");
                    if (cause > 0
                            && clm.component(11, 4).isEmpty()
                            && clm.component(11, 5).isEmpty()) {
                        findings.because(claim, clm, 11, cause)
                                .element(claim, clm, 11, 4, Findings.ELEMENT_MISSING, "");
                    }
                });
        rules.warning(SnipLevel.GUIDE, "inpatient-visit-has-its-admission")
                .atEndOf("2300")
                .says("The place of service is an inpatient hospital (21), and DTP 435 does not tell the admission")
                .source(GUIDE + "2300, DTP Admission: needed of inpatient visits")
                .when((claim, clm, findings) -> {
                    if (clm.component(5, 1).equals("21") && !claim.has("DTP", "435")) {
                        findings.because(claim, clm, 5, 1).missing(claim, "DTP");
                    }
                });
    }

    /** Which component of CLM11 is this cause, 1 to 3; 0 when none is. */
    private static int cause(Segment clm, String code) {
        if (clm.has(11)) {
            for (int component = 1; component <= 3; component++) {
                if (clm.component(11, component).equals(code)) {
                    return component;
                }
            }
        }
        return 0;
    }

    private static void ambulance(Rules rules) {
        rules.error(SnipLevel.GUIDE, "ambulance-certification-has-its-transport")
                .atEndOf("2300")
                .says("There is an ambulance certification (CRC 07), and no CR1 tells of the transport")
                .source(GUIDE + "2300 and 2400, CR1: needed of all ambulance transports")
                .when((claim, clm, findings) -> {
                    var crc = claim.segment("CRC", "07");
                    if (crc != null && !claim.has("CR1") && !hasOnLine(claim, "CR1")) {
                        findings.because(claim, crc, 1, 0).missing(claim, "CR1");
                    }
                });
        rules.warning(SnipLevel.GUIDE, "ambulance-transport-is-certified")
                .atEndOf("2300")
                .says("There is an ambulance transport (CR1), and no CRC 07 certifies the patient's condition")
                .source(GUIDE + "2300, CRC Ambulance Certification")
                .when((claim, clm, findings) -> {
                    var cr1 = claim.segment("CR1");
                    if (cr1 != null && !claim.has("CRC", "07") && !hasOnLine(claim, "CRC")) {
                        findings.because(claim, cr1, 0, 0).missing(claim, "CRC");
                    }
                });
        ambulancePlace(rules, "ambulance-transport-has-its-pick-up", "2310E", "PW", "pick-up");
        ambulancePlace(rules, "ambulance-transport-has-its-drop-off", "2310F", "45", "drop-off");
    }

    private static void ambulancePlace(Rules rules, String name, String loopId, String code, String what) {
        rules.error(SnipLevel.GUIDE, name)
                .atEndOf("2300")
                .says("There is an ambulance transport (CR1), and no NM1 %s tells its %s".formatted(code, what))
                .source(GUIDE + loopId + ": needed of ambulance transports")
                .when((claim, clm, findings) -> {
                    var cr1 = claim.segment("CR1");
                    if (cr1 != null && claim.loop(loopId) == null && !hasLoopOnLine(claim, loopId)) {
                        findings.because(claim, cr1, 0, 0).missingLoop(claim, "NM1", loopId);
                    }
                });
    }

    private static boolean hasOnLine(PlacedLoop claim, String segmentId) {
        for (var line : claim.loops()) {
            if (line.is("2400") && line.has(segmentId)) {
                return true;
            }
        }
        return false;
    }

    /** 2420G and 2420H are to a line what 2310E and 2310F are to the claim. */
    private static boolean hasLoopOnLine(PlacedLoop claim, String loopId) {
        var onLine = loopId.equals("2310E") ? "2420G" : "2420H";
        for (var line : claim.loops()) {
            if (line.is("2400") && line.loop(onLine) != null) {
                return true;
            }
        }
        return false;
    }

    private static void lines(Rules rules) {
        rules.error(SnipLevel.GUIDE, "pointer-finds-a-diagnosis")
                .atEndOf("2400")
                .says("A diagnosis pointer (SV107) points to no diagnosis of the claim")
                .source(GUIDE + "2400, SV107: the place of a diagnosis in HI, 1 to 12")
                .when((line, lx, findings) -> {
                    var sv1 = line.segment("SV1");
                    var claim = line.parent();
                    var hi = claim == null || sv1 == null ? null : ClaimRules.principal(claim);
                    if (sv1 != null && hi != null) {
                        int diagnoses = hi.size();
                        for (int component = 1; component <= 4; component++) {
                            var pointer = sv1.component(7, component);
                            if (!pointer.isEmpty() && !isPointer(pointer, diagnoses, hi)) {
                                findings.mismatch(line, sv1, 7, component);
                            }
                        }
                    }
                });
        rules.warning(SnipLevel.GUIDE, "anesthesia-is-in-minutes")
                .atEndOf("2400")
                .says("An anesthesia service is not told in minutes (SV103 MJ)")
                .source(GUIDE + "2400, SV103; CPT numbers 00100 to 01999, save those that have no time")
                .when((line, lx, findings) -> {
                    var sv1 = line.segment("SV1");
                    if (sv1 != null && isTimedAnesthesia(sv1.component(1, 2)) && sv1.elementIs(3, "UN")) {
                        findings.because(line, sv1, 1, 2).mismatch(line, sv1, 3);
                    }
                });
        rules.warning(SnipLevel.GUIDE, "recertified-oxygen-has-its-date")
                .atEndOf("2400")
                .says("The certification is renewed or revised (CR301 R or S), and DTP 607 does not tell when")
                .source(GUIDE + "2400, DTP Certification Revision/Recertification")
                .when((line, lx, findings) -> {
                    var cr3 = line.segment("CR3");
                    if (cr3 != null && (cr3.elementIs(1, "R") || cr3.elementIs(1, "S")) && !line.has("DTP", "607")) {
                        findings.because(line, cr3, 1, 0).missing(line, "DTP");
                    }
                });
        rules.warning(SnipLevel.GUIDE, "purchased-service-has-its-provider")
                .atEndOf("2400")
                .says("A service was purchased (PS1), and loop 2420B does not name its provider")
                .source(GUIDE + "2420B: needed when PS1 is there")
                .when((line, lx, findings) -> {
                    var ps1 = line.segment("PS1");
                    if (ps1 != null && line.loop("2420B") == null) {
                        findings.because(line, ps1, 0, 0).missingLoop(line, "NM1", "2420B");
                    }
                });
        rules.warning(SnipLevel.GUIDE, "units-are-not-negative")
                .atEndOf("2400")
                .says("The line's units (SV104) or charge (SV102) are negative")
                .source(GUIDE + "2400, SV102 and SV104")
                .when((line, lx, findings) -> {
                    var sv1 = line.segment("SV1");
                    if (sv1 != null) {
                        for (int element = 2; element <= 4; element += 2) {
                            if (sv1.element(element).startsWith("-")) {
                                findings.mismatch(line, sv1, element);
                            }
                        }
                    }
                });
    }

    private static boolean isPointer(String pointer, int diagnoses, Segment hi) {
        if (!CommonRules.isDigits(pointer) || pointer.length() > 2) {
            return false;
        }
        int number = Integer.parseInt(pointer);
        return number >= 1 && number <= diagnoses && hi.has(number);
    }

    /** 01953, 01967 to 01969 and 01996 are told in units by some payers or always. */
    private static boolean isTimedAnesthesia(String code) {
        if (code.length() != 5 || !CommonRules.isDigits(code)) {
            return false;
        }
        int number = Integer.parseInt(code);
        return number >= 100 && number <= 1999 && number != 1953 && number != 1996 && (number < 1967 || number > 1969);
    }

    private static void dates(Rules rules) {
        rules.warning(SnipLevel.SITUATION, "service-is-within-the-stay")
                .atEndOf("2300")
                .says(
                        "A service in an inpatient hospital is dated before admission (DTP 435) or after discharge (DTP 096)")
                .source(GUIDE + "2300, DTP Admission and Discharge; 2400, DTP 472")
                .when((claim, clm, findings) -> {
                    int admission = Dates.from(claim.segment("DTP", "435"));
                    int discharge = Dates.from(claim.segment("DTP", "096"));
                    if (!clm.component(5, 1).equals("21") || admission == Dates.NONE && discharge == Dates.NONE) {
                        return;
                    }
                    for (var line : claim.loops()) {
                        var dtp = line.is("2400") ? line.segment("DTP", "472") : null;
                        if (dtp != null
                                && (Dates.isBefore(Dates.from(dtp), admission)
                                        || Dates.isBefore(discharge, Dates.to(dtp)))) {
                            findings.element(line, dtp, 3, 0, "8", "");
                        }
                    }
                });
        rules.error(SnipLevel.SITUATION, "discharge-follows-admission")
                .atEndOf("2300")
                .says("The discharge (DTP 096) is dated before the admission (DTP 435)")
                .source(GUIDE + "2300, DTP Admission and Discharge")
                .when((claim, clm, findings) -> {
                    var discharge = claim.segment("DTP", "096");
                    var admission = claim.segment("DTP", "435");
                    if (discharge != null
                            && admission != null
                            && Dates.isBefore(Dates.from(discharge), Dates.from(admission))) {
                        findings.because(claim, admission, 3, 0).element(claim, discharge, 3, 0, "8", "");
                    }
                });
        rules.warning(SnipLevel.SITUATION, "accident-precedes-the-service")
                .atEndOf("2300")
                .says("The accident (DTP 439) or the onset (DTP 431) is dated after each service of the claim")
                .source(GUIDE + "2300, DTP Accident and Onset; 2400, DTP 472")
                .when((claim, clm, findings) -> {
                    int last = lastService(claim);
                    for (var qualifier : List.of("439", "431")) {
                        var dtp = claim.segment("DTP", qualifier);
                        if (dtp != null && Dates.isBefore(last, Dates.from(dtp))) {
                            findings.element(claim, dtp, 3, 0, "8", "");
                        }
                    }
                });
    }

    private static int lastService(PlacedLoop claim) {
        int last = Dates.NONE;
        for (var line : claim.loops()) {
            if (line.is("2400")) {
                last = Math.max(last, Dates.to(line.segment("DTP", "472")));
            }
        }
        return last;
    }
}
