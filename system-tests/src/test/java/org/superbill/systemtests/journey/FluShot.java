package org.superbill.systemtests.journey;

import org.superbill.systemtests.SuperbillSystem;
import org.superbill.systemtests.role.Facts;
import org.superbill.systemtests.role.Practice;
import org.superbill.systemtests.role.Visit;

/** The story of journey 1 up to the coded encounter, which journey 5 tells twice. */
final class FluShot {
    static final long CHARGE_CENTS = 25_00 + 30_00;
    private static final String ON = "2026-03-02";

    private FluShot() {}

    static Visit takesPlace(Practice practice, String memberId) {
        var clinic = practice.clinic();
        var practitioner = clinic.registersPractitioner(Facts.DR_RIVERS);
        var office = clinic.registersLocation(Facts.OFFICE);
        var payer = clinic.registersPayer(Facts.commercialPayer());
        var patient = clinic.registersPatient(Facts.MARIA);
        var coverage = clinic.registersCoverage(patient, Facts.ownCoverage(payer, memberId));
        var encounter = clinic.completesEncounter(
                patient,
                practitioner,
                office,
                ON,
                "[%s, %s]".formatted(Facts.service("90658", 25_00), Facts.service("90471", 30_00)));
        return new Visit(encounter, patient, coverage, payer);
    }

    static void isCoded(Practice practice, Visit visit) {
        var coder = practice.coder();
        var diagnosis = coder.finds("Z23", "flu vaccination", ON);
        coder.codes(visit, """
                {"diagnoses": ["%s"], "lines": [%s, %s]}
                """.formatted(diagnosis, Facts.line(1, "90658", 1), Facts.line(2, "90471", 1)));
    }

    static Practice opens(SuperbillSystem system) {
        return Practice.opens(system, Facts.RIVERSIDE);
    }
}
