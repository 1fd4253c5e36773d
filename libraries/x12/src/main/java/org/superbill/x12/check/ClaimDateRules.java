package org.superbill.x12.check;

import org.jspecify.annotations.Nullable;
import org.superbill.x12.Segment;

/** What 837P and 837I demand of the days of services. */
final class ClaimDateRules {
    private ClaimDateRules() {}

    static void addTo(Rules rules) {
        rules.error(SnipLevel.SITUATION, "service-follows-birth")
                .atEndOf("2300")
                .says("A service is dated before the patient's birth")
                .source(ClaimRules.GUIDES + "2010BA and 2010CA, DMG02; 2300 and 2400, DTP")
                .when((claim, clm, findings) -> {
                    var patient = patient(claim);
                    int birth = patient == null ? Dates.NONE : Dates.at(patient.element(2), 0);
                    if (birth == Dates.NONE) {
                        return;
                    }
                    var statement = claim.segment("DTP", "434");
                    if (Dates.isBefore(Dates.from(statement), birth) && statement != null) {
                        findings.element(claim, statement, 3, 0, "8", "");
                    }
                    for (var line : claim.loops()) {
                        var dtp = line.is("2400") ? line.segment("DTP", "472") : null;
                        if (dtp != null && Dates.isBefore(Dates.from(dtp), birth)) {
                            findings.element(line, dtp, 3, 0, "8", "");
                        }
                    }
                });
        rules.warning(SnipLevel.SITUATION, "service-is-not-in-the-future")
                .atEndOf("2400")
                .says("The line's service is dated after the file was made (BHT04)")
                .source(ClaimRules.GUIDES + "2400, DTP 472; BHT04")
                .when((line, lx, findings) -> {
                    var dtp = line.segment("DTP", "472");
                    var header = line.around("");
                    var bht = dtp == null || header == null ? null : header.segment("BHT");
                    if (dtp != null && bht != null && Dates.isBefore(Dates.at(bht.element(4), 0), Dates.from(dtp))) {
                        findings.element(line, dtp, 3, 0, "8", "");
                    }
                });
    }

    /** DMG of the claim's patient, be it the subscriber or not. */
    private static @Nullable Segment patient(PlacedLoop claim) {
        var level = claim.parent();
        if (level == null) {
            return null;
        }
        var name = level.is("2000C") ? level.loop("2010CA") : level.loop("2010BA");
        return name == null ? null : name.segment("DMG");
    }
}
