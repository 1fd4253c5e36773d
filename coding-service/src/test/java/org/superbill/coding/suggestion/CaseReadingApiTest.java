package org.superbill.coding.suggestion;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Encounters;
import org.superbill.coding.codingquery.RecordDouble;
import org.superbill.events.Address;
import org.superbill.events.PatientChanged;
import org.superbill.events.PracticeChanged;
import org.superbill.events.Sex;
import org.superbill.servicekit.testing.ServiceStack;

/** As what the notes of a case are read, and what the case knows beside them. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class CaseReadingApiTest extends WithSuggestions {
    @Test
    void aCaseIsReadAsWhatItIsWhateverTheRequestSays() {
        var office = aCase() + "/suggestions";
        var stay = aStay(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 5));
        var note =
                "{\"threshold\":0,\"notes\":[{\"format\":\"text\",\"text\":\"Discharge diagnosis: Probable pneumonia.\"}]";

        for (var outpatient : List.of(office, stay.get("professional") + "/suggestions")) {
            CODER.post(outpatient, note + ",\"setting\":\"inpatient\"}")
                    .statusCode(400)
                    .body("errors.pointer", hasItem("/setting"));
            CODER.post(outpatient, note + "}")
                    .statusCode(200)
                    .body("suggestions.proposed.code", not(hasItem("J18.9")))
                    .body("abstentions.code", hasItem("J18.9"));
        }
        CODER.post(stay.get("facility") + "/suggestions", note + "}")
                .statusCode(200)
                .body("suggestions.proposed.code", hasItem("J18.9"));
        CODER.post(stay.get("facility") + "/suggestions", note + ",\"setting\":\"office\"}")
                .statusCode(400)
                .body("errors.pointer", hasItem("/setting"));
        CODER.post("/api/v1/code-suggestions", note + "}").statusCode(400).body("errors.pointer", hasItem("/setting"));
    }

    @Test
    void aStayOverTheFirstOfOctoberIsReadByTheReleaseOfItsDischarge() {
        var stay = aStay(LocalDate.of(2025, 9, 29), LocalDate.of(2025, 10, 2));
        var path = stay.get("facility") + "/suggestions";

        CODER.post(path, note("Discharge diagnosis: COPD with acute exacerbation."))
                .statusCode(200)
                .body("release", equalTo("2026"))
                .body("suggestions.proposed.code", hasItem("J44.1"));
        CODER.post(path, note("Asthma.").replace("{\"notes\"", "{\"on\":\"2025-09-29\",\"notes\""))
                .statusCode(400)
                .body("errors.pointer", hasItem("/on"));
    }

    @Test
    void withoutNotesTheDocumentsOfTheRecordAreRead() {
        var common = UUID.randomUUID();
        var path = aCase(UUID.randomUUID(), UUID.randomUUID(), DAY, common, RecordDouble.ASTHMA);

        CODER.post(path + "/suggestions", "{}")
                .statusCode(200)
                .body("suggestions.proposed.code", hasItem("J45.30"))
                .body("suggestions.find { it.proposed.code == 'J45.30' }.proposed.evidence[0].note", equalTo(1))
                .body(
                        "suggestions.find { it.proposed.code == 'J45.30' }.proposed.evidence[0].documentId",
                        equalTo(RecordDouble.ASTHMA.toString()));
        CODER.post(aCase() + "/suggestions", "{}").statusCode(400).body("errors.pointer", hasItem("/notes"));
    }

    /** So that the record of the reading, in patient-service, has them. */
    @Test
    void patientServiceIsToldForWhichCallADocumentIsRead() {
        var path = aCase(UUID.randomUUID(), UUID.randomUUID(), DAY, RecordDouble.TRACED);

        CODER.request()
                .headers(RecordDouble.TOLD)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body("{}")
                .post(path + "/suggestions")
                .then()
                .statusCode(200)
                .body("suggestions.proposed.code", hasItem("J45.30"));
    }

    @Test
    void whatItAbstainsOnIsADraftThatCanBeSentAsItIs() throws JsonProcessingException {
        var path = aCase(UUID.randomUUID(), UUID.randomUUID(), DAY, RecordDouble.ASTHMA);
        Map<String, Object> draft = CODER.post(path + "/suggestions", "{\"threshold\":1}")
                .statusCode(200)
                .body("suggestions.proposed.code", not(hasItem("J45.30")))
                .extract()
                .path("abstentions.find { it.code == 'J45.30' }.draft");
        var query = CODER.post(path + "/queries", new ObjectMapper().writeValueAsString(draft))
                .statusCode(201)
                .body("findings", empty())
                .body("text.indicators[0].documentId", equalTo(RecordDouble.ASTHMA.toString()))
                .extract()
                .header("Location");
        CODER.post(path + "/assign", "{}", Encounters.etag(CODER, path)).statusCode(200);
        CODER.post(query + "/send", "", Encounters.etag(CODER, query))
                .statusCode(200)
                .body("status", equalTo("open"));
        CODER.post(
                        path + "/suggestions",
                        note("Asthma since childhood.").replace("{\"notes\"", "{\"threshold\":1,\"notes\""))
                .statusCode(200)
                .body("abstentions[0].query", not(nullValue()))
                .body("abstentions[0].draft", nullValue()); // which no document says
    }

    @Test
    void anEarlierCaseOfThePatientAndPractitionerMakesThePatientAnEstablishedOne() {
        var patient = UUID.randomUUID();
        var practitioner = UUID.randomUUID();
        var text = note(
                "New patient, establishing care. Assessment: Hypertension, stable. Hyperlipidemia, stable. Plan: Continue lisinopril 10 mg.");
        var first = aCase(patient, practitioner, DAY);
        var second = aCase(patient, practitioner, DAY.plusMonths(2));
        var anothers = aCase(patient, UUID.randomUUID(), DAY.plusMonths(2));

        CODER.post(first + "/suggestions", text).statusCode(200).body("suggestions.proposed.code", hasItem("99204"));
        CODER.post(second + "/suggestions", text).statusCode(200).body("suggestions.proposed.code", hasItem("99214"));
        CODER.post(anothers + "/suggestions", text).statusCode(200).body("suggestions.proposed.code", hasItem("99204"));
    }

    @Test
    void aBloodDrawOrATracingThatWasReadDoesNotMakeThePatientAnEstablishedOneAnOperationDoes() {
        var text = note(
                "New patient, establishing care. Assessment: Hypertension, stable. Hyperlipidemia, stable. Plan: Continue lisinopril 10 mg.");
        for (var before :
                Map.of("36415", "99204", "93010", "99204", "11102", "99214").entrySet()) {
            var patient = UUID.randomUUID();
            var practitioner = UUID.randomUUID();
            aCase(patient, practitioner, DAY, List.of(), before.getKey());
            var visit = aCase(patient, practitioner, DAY.plusMonths(2));
            CODER.post(visit + "/suggestions", text)
                    .statusCode(200)
                    .body("suggestions.proposed.code", hasItem(before.getValue()));
        }
    }

    @Test
    void aVisitBeforeABloodDrawStillCounts() {
        var patient = UUID.randomUUID();
        var practitioner = UUID.randomUUID();
        aCase(patient, practitioner, DAY);
        aCase(patient, practitioner, DAY.plusMonths(1), List.of(), "36415");
        CODER.post(
                        aCase(patient, practitioner, DAY.plusMonths(2)) + "/suggestions",
                        note(
                                "New patient. Assessment: Hypertension, stable. Hyperlipidemia, stable. Plan: Continue lisinopril 10 mg."))
                .statusCode(200)
                .body("suggestions.proposed.code", hasItem("99214"));
    }

    @Test
    void aColleagueOfTheSameSpecialtyHasSeenThePatientTooAndTheAgeIsThePatients() {
        var patient = UUID.randomUUID();
        var practitioners = List.of(UUID.randomUUID(), UUID.randomUUID());
        var told = Objects.requireNonNull(events);
        practitioners.forEach(id -> told.publish(
                ORGANIZATION,
                new PracticeChanged(
                        id,
                        null,
                        new PracticeChanged.Practitioner("1999996666", "Kim", null, "Lee", "207Q00000X"),
                        null)));
        told.publish(
                ORGANIZATION,
                new PatientChanged(
                        patient,
                        "Ann",
                        null,
                        "Lee",
                        LocalDate.of(1966, 3, 3),
                        Sex.female,
                        new Address("1 Main St", null, "Springfield", "IL", "62701"),
                        null));
        var first = aCase(patient, practitioners.get(0), DAY);
        var second = aCase(patient, practitioners.get(1), DAY.plusDays(1));
        var text = note("New patient, here for annual physical exam.");

        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            CODER.post(first + "/suggestions", text).body("suggestions.proposed.code", hasItem("99386"));
            CODER.post(second + "/suggestions", text).body("suggestions.proposed.code", hasItem("99396"));
        });
    }
}
