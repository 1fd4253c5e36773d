package org.superbill.x12.check;

import java.util.List;
import java.util.Locale;

/** What 837P and 837I demand of who stands above a claim: billing provider, subscriber and patient, and the levels (HL) that they stand in. */
final class ClaimPartyRules {
    private ClaimPartyRules() {}

    static void addTo(Rules rules) {
        levels(rules);
        billingProvider(rules);
        subscriber(rules);
    }

    private static void levels(Rules rules) {
        rules.error(SnipLevel.GUIDE, "levels-count-up")
                .atEach("HL")
                .says("HL01 does not count the levels of the transaction set from 1")
                .source(ClaimRules.GUIDES + "HL01 of each level")
                .whenCounting(CommonRules::levelsCountUp);
        rules.error(SnipLevel.GUIDE, "subscriber-is-the-patient-of-own-claims")
                .atStartOf("2300")
                .says("A claim directly under its subscriber is the subscriber's own, and SBR02 is not 18")
                .source(ClaimRules.GUIDES + "2000B, SBR02; 2000C is for a patient who is not the subscriber")
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
                .source(ClaimRules.GUIDES + "2000C: needed when the patient is another than the subscriber")
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
                .source(ClaimRules.GUIDES + "2000B, SBR02 is 18 only when the subscriber is the patient")
                .when((level, hl, findings) -> {
                    var sbr = level.segment("SBR");
                    if (sbr != null && sbr.elementIs(2, "18") && level.count("2300") == 0 && level.count("2000C") > 0) {
                        findings.mismatch(level, sbr, 2);
                    }
                });
        rules.error(SnipLevel.GUIDE, "level-has-claims")
                .atEndOf("2000B", "2000C")
                .says("The level of the patient has no claim")
                .source(ClaimRules.GUIDES + "2300: stands under the subscriber or the patient")
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
                .source(ClaimRules.GUIDES + "2010AA and 2010AC, REF Tax Identification")
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
                .source(ClaimRules.GUIDES + "2010AA, N3")
                .when((loop, nm1, findings) -> {
                    var n3 = loop.segment("N3");
                    if (n3 != null && isPostOfficeBox(n3.element(1))) {
                        findings.mismatch(loop, n3, 1);
                    }
                });
        rules.warning(SnipLevel.GUIDE, "billing-provider-has-an-npi")
                .atEndOf("2010AA")
                .says("The billing provider has no National Provider Identifier (NM108 XX)")
                .source(ClaimRules.GUIDES + "2010AA, NM108 and NM109: needed of all who can have one")
                .when((loop, nm1, findings) -> {
                    if (!nm1.has(9)) {
                        findings.elementMissing(loop, nm1, 9);
                    }
                });
    }

    private static boolean isNineDigits(String value) {
        return value.length() == 9 && CommonRules.isDigits(value);
    }

    private static boolean isPostOfficeBox(String line) {
        var letters = line.replace(".", "").replace(" ", "");
        return letters.startsWith("POBOX") || letters.startsWith("LOCKBOX") || letters.startsWith("POSTOFFICEBOX");
    }

    private static void subscriber(Rules rules) {
        for (var segment : List.of("N3", "N4", "DMG")) {
            rules.error(SnipLevel.GUIDE, "subscriber-as-patient-has-" + segment.toLowerCase(Locale.ROOT))
                    .atEndOf("2010BA")
                    .says("The subscriber is the patient (SBR02 18), and loop 2010BA has no " + segment)
                    .source(ClaimRules.GUIDES + "2010BA, " + segment + ": needed when the patient is the subscriber")
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
                .source(ClaimRules.GUIDES + "2000B, SBR09")
                .when((level, hl, findings) -> {
                    var sbr = level.segment("SBR");
                    if (sbr != null && !sbr.has(9)) {
                        findings.elementMissing(level, sbr, 9);
                    }
                });
        rules.error(SnipLevel.GUIDE, "subscriber-has-a-member-number")
                .atEndOf("2010BA")
                .says("A subscriber who is a person has no member number (NM109)")
                .source(ClaimRules.GUIDES + "2010BA, NM108 and NM109: needed of a person")
                .when((name, nm1, findings) -> {
                    if (nm1.elementIs(2, "1") && !nm1.has(9) && !name.has("REF", "Y4")) {
                        findings.because(name, nm1, 2, 0).elementMissing(name, nm1, 9);
                    }
                });
    }
}
