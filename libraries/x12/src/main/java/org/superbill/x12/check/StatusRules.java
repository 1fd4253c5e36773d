package org.superbill.x12.check;

import java.util.List;
import org.superbill.x12.Segment;

/** What the 276 and the 277 (005010X212) demand beyond their tables. */
final class StatusRules {
    private static final String GUIDE = "005010X212, ";

    private StatusRules() {}

    static List<Rule> request() {
        var rules = new Rules();
        rules.error(SnipLevel.GUIDE, "subscriber-has-a-claim")
                .atEndOf("2000D")
                .says("No dependent follows, so that the subscriber is the patient, and no claim (TRN) is asked about")
                .source(GUIDE + "276 2200D: needed when the subscriber is the patient")
                .when(StatusRules::claimOrDependent);
        rules.warning(SnipLevel.GUIDE, "claim-has-its-dates")
                .atEndOf("2200D", "2200E")
                .says("Neither the claim nor a line of it has a date of service (DTP 472)")
                .source(GUIDE + "276 2200 and 2210, DTP")
                .when((claim, trn, findings) -> {
                    if (!claim.has("DTP", "472") && claim.loop("2210D") == null && claim.loop("2210E") == null) {
                        findings.missing(claim, "DTP");
                    }
                });
        rules.error(SnipLevel.GUIDE, "subscriber-as-patient-has-dmg")
                .atEndOf("2000D")
                .says("The subscriber is the patient (a claim stands in loop 2200D), and there is no DMG")
                .source(GUIDE + "276 2000D, DMG: needed when the patient is the subscriber")
                .when((level, hl, findings) -> {
                    var claim = level.loop("2200D");
                    if (claim != null && !level.has("DMG")) {
                        findings.because(claim, claim.first(), 0, 0).missing(level, "DMG");
                    }
                });
        return rules.list();
    }

    static List<Rule> response() {
        var rules = new Rules();
        rules.error(SnipLevel.GUIDE, "subscriber-has-a-claim")
                .atEndOf("2000D")
                .says("No dependent follows, so that the subscriber is the patient, and no claim (TRN) is answered")
                .source(GUIDE + "277 2200D: needed when the subscriber is the patient")
                .when(StatusRules::claimOrDependent);
        rules.warning(SnipLevel.SITUATION, "denied-claim-is-not-paid")
                .atEach("STC")
                .says("The status is a denial (STC01-1 F2), and something is paid (STC05)")
                .source(GUIDE + "277 2200 and 2220, STC01 and STC05; category F2 of code source 507")
                .when((loop, stc, findings) -> {
                    var paid = Amounts.at(stc, 5);
                    if (paid != null
                            && paid.signum() != 0
                            && stc.component(1, 1).equals("F2")) {
                        findings.because(loop, stc, 1, 1).mismatch(loop, stc, 5);
                    }
                });
        return rules.list();
    }

    private static void claimOrDependent(PlacedLoop level, Segment hl, Findings findings) {
        if (level.loop("2200D") == null && level.loop("2000E") == null) {
            findings.missingLoop(level, "TRN", "2200D");
        }
    }
}
