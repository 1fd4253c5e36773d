package org.superbill.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.events.AuditRecorded;
import org.superbill.events.CoverageChanged;
import org.superbill.events.EncounterCompleted;
import org.superbill.events.EncounterVoided;
import org.superbill.events.EventContract;
import org.superbill.events.EventJson;
import org.superbill.events.PatientChanged;
import org.superbill.events.PayerChanged;
import org.superbill.events.PracticeChanged;
import org.superbill.events.Relationship;
import org.superbill.events.Sex;
import org.superbill.servicekit.testing.TestEvents;

/** What the service tells the others when something is new or changes, read from Kafka. */
@ServiceTest
class PublishedEventsTest {
    private TestEvents events;
    private Clinic clinic;

    @BeforeEach
    void aClinic() {
        events = TestEvents.open();
        clinic = Clinic.opens();
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void thePracticeIsToldWhole() {
        var organization = events.await(PracticeChanged.class, clinic.organization.toString());
        assertThat(organization.organization()).isNotNull();
        assertThat(organization.organization().npi()).isEqualTo("1912301953");
        assertThat(organization.organization().address().postalCode()).isEqualTo("331110000");
        assertThat(organization.organization().submitter().id()).isEqualTo("TGJ23");
        assertThat(organization.practitioner()).isNull();

        var npi = Body.unusedNpi();
        var hired = clinic.hires(Body.practitioner().with("npi", npi).with("taxonomyCode", "207Q00000X"));
        assertThat(events.await(PracticeChanged.class, hired.toString()).practitioner())
                .isEqualTo(new PracticeChanged.Practitioner(npi, "BEN", null, "KILDARE", "207Q00000X"));

        var rented = clinic.rents(Body.location().with("name", "Seaway office"));
        assertThat(events.await(PracticeChanged.class, rented.toString()).location())
                .isEqualTo(new PracticeChanged.Location("Seaway office", "11", null, null));
    }

    @Test
    void aPayerIsToldWithItsProfile() {
        var id = clinic.contracts(Body.payer().with("payerId", "999996666"));

        var told = events.await(PayerChanged.class, id.toString());

        assertThat(told.payerIdentifier()).isEqualTo("999996666");
        assertThat(told.profile().interchange().usageIndicator()).isEqualTo("T");
        assertThat(told.profile().interchange().authorizationInformation()).isEmpty();
        assertThat(told.profile().group().receiverCode()).isEqualTo("66783JJT");
    }

    @Test
    void aPatientIsToldWhenNewAndWhenChanged() {
        var id = clinic.registers(Body.patient());
        var told = events.await(PatientChanged.class, id.toString());
        assertThat(told.birthDate()).isEqualTo("1973-05-01");
        assertThat(told.sex()).isEqualTo(Sex.male);
        assertThat(told.address().line1()).isEqualTo("236 N MAIN ST");

        clinic.put("front-desk", "/patients/" + id, "\"0\"", Body.patient().with("lastName", "JONES"));

        events.await(
                PatientChanged.class,
                id.toString(),
                changed -> changed.lastName().equals("JONES"));
    }

    @Test
    void aRefusedChangeTellsNothing() {
        var id = clinic.registers(Body.patient());
        clinic.put("front-desk", "/patients/" + id, "\"9\"", Body.patient().with("lastName", "STALE"));
        clinic.put("front-desk", "/patients/" + id, "\"0\"", Body.patient().with("lastName", "JONES"));

        events.await(
                PatientChanged.class,
                id.toString(),
                changed -> changed.lastName().equals("JONES"));
        assertThat(events.all(PatientChanged.class, id.toString()))
                .extracting(PatientChanged::lastName)
                .containsExactly("SMITH", "JONES");
    }

    @Test
    void aCoverageIsToldWithItsSubscriber() {
        var patient = clinic.registers(Body.patient());
        var payer = clinic.contracts(Body.payer());
        var id = clinic.insures(patient, Body.coverage(payer));

        assertThat(events.await(CoverageChanged.class, id.toString()))
                .isEqualTo(new CoverageChanged(
                        id,
                        patient,
                        payer,
                        "JS00111223333",
                        "2222-SJ",
                        null,
                        1,
                        Relationship.child,
                        new CoverageChanged.Subscriber("JANE", null, "SMITH", null, null, null),
                        LocalDate.of(2026, 1, 1),
                        null));
    }

    @Test
    void aDocumentThatComesAfterTheCompletionIsToldAtOnceAndIsNoNewVersion() {
        var encounter = clinic.receives(clinic.visit());
        adds(encounter, "ASSESSMENT: sore throat.");
        clinic.step("clinician", encounter, "complete", Body.fluShot());
        adds(encounter, "PATHOLOGY: benign.");

        var told = events.await(
                EncounterCompleted.class,
                encounter.toString(),
                event -> event.documents() != null && event.documents().size() == 2);
        assertThat(told.version()).isEqualTo(1);
        assertThat(told.services()).hasSize(2);
        assertThat(events.all(EncounterCompleted.class, encounter.toString())).hasSize(2);
    }

    private void adds(UUID encounter, String text) {
        assertThat(clinic.post(
                                "clinician",
                                "/encounters/" + encounter + "/documents",
                                Body.of("{\"kind\": \"progress-note\"}").with("text", text))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void aCompletionIsToldWithAllItsServicesAndLateChargesAsTheNextVersion() {
        var encounter = clinic.receives(clinic.visit());
        clinic.step(
                "clinician",
                encounter,
                "complete",
                Body.fluShot()
                        .with("services/0/modifiers", List.of("25"))
                        .with("services/1/serviceDate", "2026-03-10"));
        clinic.step("clinician", encounter, "complete", Body.fluShot().with("services/0/units", 1.5));

        var second = events.await(EncounterCompleted.class, encounter.toString(), told -> told.version() == 2);
        assertThat(second.services().get(0).units()).isEqualByComparingTo("1.5");
        var first = events.all(EncounterCompleted.class, encounter.toString()).get(0);
        assertThat(first.version()).isEqualTo(1);
        assertThat(first.services())
                .containsExactly(
                        new EncounterCompleted.Service(
                                1, "90658", List.of("25"), BigDecimal.ONE, 2500, LocalDate.of(2026, 3, 2)),
                        new EncounterCompleted.Service(
                                2, "90471", List.of(), BigDecimal.ONE, 3000, LocalDate.of(2026, 3, 10)));
    }

    @Test
    void aCompletionIsToldWithTheDocumentsThatTheRecordHolds() {
        var encounter = clinic.receives(clinic.visit());
        var note = Body.of("{\"kind\": \"progress-note\", \"text\": \"Vaccinated, no reaction.\"}");
        assertThat(clinic.post("clinician", "/encounters/" + encounter + "/documents", note)
                        .statusCode())
                .isEqualTo(201);
        clinic.step("clinician", encounter, "complete", Body.fluShot());

        var told = events.await(EncounterCompleted.class, encounter.toString());

        assertThat(told.documents()).hasSize(1);
        assertThat(told.documents().get(0).kind()).isEqualTo("progress-note");
    }

    @Test
    void aVoidIsToldWithItsReason() {
        var encounter = clinic.receives(clinic.visit());
        clinic.step("front-desk", encounter, "void", Body.of("{\"reason\": \"Registered twice\"}"));

        assertThat(events.await(EncounterVoided.class, encounter.toString()))
                .isEqualTo(new EncounterVoided(encounter, "Registered twice"));
    }

    @Test
    void whoReadsOrWritesAPatientIsToldAndNothingAboutThePatient() {
        var id = clinic.registers(Body.patient());
        clinic.get("biller", "/patients/" + id);
        clinic.get("biller", "/patients/" + UUID.randomUUID());

        assertThat(audited("patient", id)).contains("createPatient success", "getPatient success");
        assertThat(events.records("audit-recorded"))
                .noneMatch(message ->
                        new String(message.value(), java.nio.charset.StandardCharsets.UTF_8).contains("SMITH"));
    }

    @Test
    void whoChangesWhatDecidesAboutMoneyIsTold() {
        var payer = clinic.contracts(Body.payer());
        clinic.put("admin", "/payers/" + payer, "\"0\"", Body.payer().with("name", "ANOTHER NAME"));

        assertThat(audited("payer", payer)).containsExactlyInAnyOrder("createPayer success", "updatePayer success");
    }

    @Test
    void whateverIsReadOfAPatientIsInTheTrailUnderThePatient() {
        var patient = clinic.registers(Body.patient());
        clinic.post("front-desk", "/patients/search", Body.of("{\"name\": \"smith\"}"));
        clinic.get("front-desk", "/patients");

        assertThat(events.awaitPatients(clinic.organization, "searchPatients")).containsExactly(patient);
        assertThat(events.awaitPatients(clinic.organization, "listPatients")).containsExactly(patient);

        var encounter = clinic.receives(clinic.visit());
        adds(encounter, "ASSESSMENT: sore throat.");
        clinic.get("clinician", "/encounters/" + encounter + "/journey");
        var seen = clinic.get("clinician", "/encounters/" + encounter)
                .path("patientId")
                .toString();
        for (var action : List.of("addEncounterDocument", "getEncounterJourney", "getEncounter")) {
            assertThat(events.awaitPatients(clinic.organization, action)).containsExactly(UUID.fromString(seen));
        }
    }

    private List<String> audited(String entityType, UUID id) {
        org.awaitility.Awaitility.await().until(() -> audits(entityType, id).size() >= 2);
        return audits(entityType, id).stream()
                .map(audit -> audit.action() + " " + audit.outcome())
                .toList();
    }

    private List<AuditRecorded> audits(String entityType, UUID id) {
        return events.records(EventContract.AUDIT_RECORDED.topic()).stream()
                .map(message -> EventJson.read(message.value(), AuditRecorded.class))
                .filter(audit ->
                        audit.entityType().equals(entityType) && id.toString().equals(audit.entityId()))
                .toList();
    }
}
