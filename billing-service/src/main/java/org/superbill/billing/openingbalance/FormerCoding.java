package org.superbill.billing.openingbalance;

import java.util.ArrayList;
import java.util.UUID;
import org.superbill.billing.openingbalance.OpeningBalances.OpenClaim;
import org.superbill.events.EncounterCoded;
import org.superbill.servicekit.ids.Ids;

/** A former system's claim as the coding that it would have been here. Pure, but for ids. */
final class FormerCoding {
    private static final String CODED_BY = "former-system";

    private FormerCoding() {}

    static EncounterCoded of(OpenClaim claim) {
        var lines = new ArrayList<EncounterCoded.Line>();
        for (var line : claim.lines()) {
            lines.add(new EncounterCoded.Line(
                    lines.size() + 1,
                    line.procedureCode(),
                    line.modifiers(),
                    line.units(),
                    line.chargeCents(),
                    claim.serviceDate(),
                    line.diagnosisPointers()));
        }
        UUID encounterId = claim.encounterId() == null ? Ids.next() : claim.encounterId();
        return new EncounterCoded(
                encounterId,
                1,
                Ids.next(),
                claim.patientId(),
                claim.practitionerId(),
                claim.locationId(),
                claim.coverageIds(),
                claim.serviceDate(),
                claim.diagnoses(),
                lines,
                CODED_BY);
    }
}
