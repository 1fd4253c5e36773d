package org.superbill.systemtests.journey;

import org.superbill.systemtests.role.Facts;
import org.superbill.systemtests.role.Practice;
import org.superbill.systemtests.role.Visit;

/** A sore throat: an office visit of $150.00 and a throat culture of $25.00, coded J02.9. */
final class OfficeVisit {
    private static final String ON = "2026-03-02";

    private OfficeVisit() {}

    static Visit takesPlaceAndIsCoded(Practice practice, String memberId) {
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
                "[%s, %s]".formatted(Facts.service("99213", 150_00), Facts.service("87070", 25_00)));
        var visit = new Visit(encounter, patient, coverage, payer);
        practice.coder().codes(visit, """
                        {"diagnoses": ["J029"], "lines": [%s, %s]}
                        """.formatted(Facts.line(1, "99213", 1), Facts.line(2, "87070", 1)));
        return visit;
    }
}
