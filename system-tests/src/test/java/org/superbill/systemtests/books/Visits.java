package org.superbill.systemtests.books;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.superbill.systemtests.Kafka;
import org.superbill.systemtests.SuperbillSystem;
import org.superbill.systemtests.role.Facts;
import org.superbill.systemtests.role.Practice;
import org.superbill.systemtests.role.Visit;

/**
 * Office visits of two services, whose members are dealt out in turn to the scenarios of the payer; none is of the same patient and day
 * as another, for that is stopped as sent already.
 */
final class Visits {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);
    private static final int DAYS = 20;

    private final SuperbillSystem system;
    private final Practice practice;
    private final List<String> endings;
    private final String practitioner;
    private final String office;
    private final String payer;

    /** @param endings of member ids, each of which is a scenario of the payer's */
    Visits(SuperbillSystem system, Practice practice, List<String> endings) {
        var clinic = practice.clinic();
        this.system = system;
        this.practice = practice;
        this.endings = endings;
        this.practitioner = clinic.registersPractitioner(Facts.DR_RIVERS);
        this.office = clinic.registersLocation(Facts.OFFICE);
        this.payer = clinic.registersPayer(Facts.commercialPayer());
    }

    String payer() {
        return payer;
    }

    private String coverage(int patient) {
        return Facts.ownCoverage(payer, "W%06d%s".formatted(patient, endings.get(patient % endings.size())));
    }

    /** Every call of front desk, clinician and coder; each visit is of a patient of its own. */
    void takePlace(int visits) {
        var clinic = practice.clinic();
        var coder = practice.coder();
        for (var i = 0; i < visits; i++) {
            var patient = clinic.registersPatient(Facts.MARIA);
            var coverage = clinic.registersCoverage(patient, coverage(i));
            var services = "[%s, %s]".formatted(Facts.service("99213", 150_00), Facts.service("87070", 25_00));
            var encounter = clinic.completesEncounter(patient, practitioner, office, FIRST_DAY.toString(), services);
            coder.codes(new Visit(encounter, patient, coverage, payer), """
                    {"diagnoses": ["J029"], "lines": [%s, %s]}
                    """.formatted(
                            Facts.line(1, "99213", 1), Facts.line(2, "87070", 1)));
        }
    }

    /**
     * Tells billing of visits in place of the services that would, thousands a second; patients come once a day for some days. The other
     * services know nothing of them and should not be there to hear it.
     */
    void areTold(int visits) {
        try (var teller = new Kafka(system).teller(practice.organizationId())) {
            for (var i = 0; i < visits; i++) {
                var patient = i / DAYS;
                if (i % DAYS == 0) {
                    tellPatient(teller, patient);
                }
                tellCoding(teller, patient, i % DAYS);
            }
        }
    }

    private void tellPatient(Kafka.Teller teller, int number) {
        var patient = id("patient", number);
        var coverage = id("coverage", number);
        teller.tell(
                "patient-changed",
                1,
                patient,
                1,
                "{\"patientId\": \"%s\", %s"
                        .formatted(patient, Facts.MARIA.strip().substring(1)));
        teller.tell(
                "coverage-changed",
                1,
                coverage,
                1,
                "{\"coverageId\": \"%s\", \"patientId\": \"%s\", %s"
                        .formatted(coverage, patient, coverage(number).strip().substring(1)));
    }

    private void tellCoding(Kafka.Teller teller, int patient, int day) {
        var encounter = UUID.randomUUID().toString();
        var on = FIRST_DAY.plusDays(day);
        teller.tell("encounter-coded", 1, encounter, 1, """
                {"encounterId": "%s", "version": 1, "codingCaseId": "%s", "patientId": "%s", "practitionerId": "%s", "locationId": "%s",
                 "coverageIds": ["%s"], "serviceDate": "%s", "diagnoses": ["J029"], "codedBy": "coder@example.org", "lines": [%s, %s]}
                """.formatted(
                        encounter,
                        UUID.randomUUID(),
                        id("patient", patient),
                        practitioner,
                        office,
                        id("coverage", patient),
                        on,
                        line(1, "99213", 150_00, on),
                        line(2, "87070", 25_00, on)));
    }

    private static String line(int number, String procedure, int cents, LocalDate on) {
        return """
                {"lineNumber": %d, "procedureCode": "%s", "modifiers": [], "units": 1, "chargeCents": %d, "serviceDate": "%s",
                 "diagnosisPointers": [1]}""".formatted(number, procedure, cents, on);
    }

    private String id(String kind, int number) {
        return UUID.nameUUIDFromBytes((practice.organizationId() + kind + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
