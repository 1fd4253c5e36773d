package org.superbill.coding.suggestion;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.coding.OfficeNumbers;
import org.superbill.coding.Policies;
import org.superbill.coding.codingquery.RecordDouble;
import org.superbill.events.Address;
import org.superbill.events.EncounterCompleted;
import org.superbill.events.PatientChanged;
import org.superbill.events.PracticeChanged;
import org.superbill.events.Sex;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestEvents;

@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class SuggestionApiTest {
    private static final UUID ORGANIZATION = UUID.randomUUID();
    private static final UUID STRANGERS = UUID.randomUUID();
    private static final Api CODER = Api.as(ORGANIZATION, "coder");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final String NOTE =
            "Assessment: COPD with acute exacerbation. Possible lung cancer. Plan: prednisone 40 mg.";
    private static final String REQUEST =
            "{\"setting\":\"office\",\"notes\":[{\"format\":\"text\",\"text\":\"" + NOTE + "\"}]}";

    private static final OfficeNumbers CPT = new OfficeNumbers(
            Api.loader(ORGANIZATION),
            "for-suggestions",
            "2026-01-01",
            List.of(
                    "99203", "99204", "99205", "99212", "99213", "99214", "99215", "99386", "99396", "90471", "90472",
                    "90715", "20610"));

    private static @Nullable TestEvents events;

    @AfterEach
    void takeNumbersBack() {
        CPT.takeBack();
    }

    @BeforeEach
    void ready() {
        if (events == null) {
            Api.awaitReady();
            events = TestEvents.open();
            await().atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> CODER.post("/api/v1/code-suggestions", REQUEST)
                                    .extract()
                                    .statusCode()
                            == 200);
        }
        CPT.load();
    }

    @AfterAll
    static void close() {
        if (events != null) {
            events.close();
        }
    }

    @Test
    void aCasesNotesAreReadAndAPersonDecides() {
        var path = aCase() + "/suggestions";
        var suggested = CODER.post(path, REQUEST)
                .statusCode(200)
                .body("release", equalTo("2026"))
                .body("suggestions.proposed.code", hasItem("J44.1"))
                .body(
                        "suggestions.find { it.proposed.code == 'J44.1' }.proposed.evidence[0].text",
                        equalTo("COPD with acute exacerbation"))
                .body("suggestions.find { it.proposed.code == 'J44.1' }.status", equalTo("proposed"))
                .body("abstentions.code", hasItem("C34.9"))
                .extract();
        String id = suggested.path("suggestions.find { it.proposed.code == 'J44.1' }.id");

        CODER.get(path)
                .statusCode(200)
                .body("items.find { it.id == '" + id + "' }.proposed.evidence[0].text", nullValue());
        CODER.post(path + "/" + id + "/accept", "{}", "\"0\"")
                .statusCode(200)
                .body("status", equalTo("accepted"))
                .body("decidedBy", equalTo("coder"))
                .body("revision", equalTo(1));
        CODER.post(path + "/" + id + "/accept", "{}", "\"1\"").statusCode(409);
        CODER.get("/api/v1/code-suggestions/feedback")
                .statusCode(200)
                .body("find { it.code == 'J44.1' }.accepted", greaterThan(0));
    }

    @Test
    void belowTheOrganizationsThresholdItAbstains() {
        var careful = UUID.randomUUID();
        Policies.set(
                Api.as(careful, "admin"),
                policy -> policy.replace("\"suggestionConfidence\":0.75", "\"suggestionConfidence\":1"));
        Api.as(careful, "coder")
                .post("/api/v1/code-suggestions", REQUEST)
                .statusCode(200)
                .body("threshold", equalTo(1.0f))
                .body("abstentions.code", hasItem("J44.1"));
    }

    @Test
    void askingAgainReplacesWhatNobodyDecidedOn() {
        var path = aCase() + "/suggestions";
        CODER.post(path, REQUEST).statusCode(200);
        int first = CODER.get(path).extract().path("items.size()");

        CODER.post(path, REQUEST).statusCode(200);

        CODER.get(path).statusCode(200).body("items", hasSize(first));
    }

    @Test
    void aRejectionNeedsAReasonAndTheRevision() {
        var path = aCase() + "/suggestions";
        String id = CODER.post(path, REQUEST).extract().path("suggestions[0].id");

        CODER.post(path + "/" + id + "/reject", "{\"reason\":\"\"}", "\"0\"").statusCode(400);
        CODER.post(path + "/" + id + "/reject", "{\"reason\":\"not today\"}", "\"7\"")
                .statusCode(412);
        CODER.post(path + "/" + id + "/reject", "{\"reason\":\"not today\"}").statusCode(428);
        CODER.post(path + "/" + id + "/reject", "{\"reason\":\"not today\"}", "\"0\"")
                .statusCode(200)
                .body("status", equalTo("rejected"))
                .body("reason", equalTo("not today"));
    }

    @Test
    void anotherOrganizationSeesNeitherCaseNorWhatWasLearned() {
        var path = aCase() + "/suggestions";
        String id = CODER.post(path, REQUEST).extract().path("suggestions[0].id");
        var stranger = Api.as(STRANGERS, "coder");

        stranger.post(path, REQUEST).statusCode(404);
        stranger.get(path).statusCode(404);
        stranger.post(path + "/" + id + "/accept", "{}", "\"0\"").statusCode(404);
        stranger.get("/api/v1/code-suggestions/feedback").statusCode(200).body("", empty());
    }

    @Test
    void onlyWhoCodesMayAskForACase() {
        var path = aCase() + "/suggestions";

        Api.as(ORGANIZATION, "biller").post(path, REQUEST).statusCode(403);
        Api.as(ORGANIZATION, "front-desk")
                .post("/api/v1/code-suggestions", REQUEST)
                .statusCode(403);
    }

    @Test
    void anUnknownFieldAndAnUnknownSettingAreRefused() {
        CODER.post("/api/v1/code-suggestions", REQUEST.replace("\"setting\"", "\"place\":1,\"setting\""))
                .statusCode(400);
        CODER.post("/api/v1/code-suggestions", REQUEST.replace("office", "moon"))
                .statusCode(400);
        CODER.post("/api/v1/code-suggestions", "{\"setting\":\"office\",\"notes\":[]}")
                .statusCode(400);
    }

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
    void twoNotesOfOneVisitAreReadTogether() {
        var nurse = "Flu shot given IM left deltoid. Hypertension.";
        var doctor =
                "Assessment: Hypertension, stable. Hyperlipidemia, stable. Plan: Continue lisinopril 10 mg. Tdap given IM.";

        CODER.post(
                        "/api/v1/code-suggestions",
                        note(nurse, doctor)
                                .replace(
                                        "{\"notes\"",
                                        "{\"setting\":\"office\",\"on\":\"2026-03-02\",\"ageYears\":60,\"notes\""))
                .statusCode(200)
                .body("suggestions.findAll { it.code.startsWith('992') }.code", contains("99214"))
                .body("suggestions.findAll { it.code.startsWith('9047') }.code", contains("90471", "90472"))
                .body("suggestions.find { it.code == 'I10' }.evidence.note", contains(0, 1))
                .body("suggestions.find { it.code == 'I10' }.evidence[0].start", equalTo(nurse.indexOf("Hypertension")))
                .body("suggestions.find { it.code == '99214' }.evidence.note", hasItems(0, 1))
                .body("suggestions.find { it.code == '90715' }.evidence[0].start", equalTo(doctor.indexOf("Tdap")))
                .body("suggestions.find { it.code == '90715' }.evidence[0].section", equalTo("plan"));
    }

    @Test
    void aProcedureBelowTheThresholdIsAbstainedOnAndSaysWhatIsMissing() {
        var knee = "Right knee osteoarthritis. Injection of the right knee with 40 mg triamcinolone done.";

        CODER.post(aCase() + "/suggestions", note(knee))
                .statusCode(200)
                .body("suggestions.proposed.code", hasItem("20610"))
                .body("suggestions.proposed.code.findAll { it.startsWith('992') }", empty())
                .body("abstentions.find { it.code.startsWith('992') }.system", equalTo("cpt"))
                .body("abstentions.find { it.code.startsWith('992') }.missing", containsString("beyond what was done"))
                .body("abstentions.find { it.code.startsWith('992') }.query", containsString("Please document"))
                .body("abstentions.find { it.code.startsWith('992') }.evidence", not(empty()));
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
    void aColleagueOfTheSameSpecialtyHasSeenThePatientTooAndTheAgeIsThePatients() {
        var patient = UUID.randomUUID();
        var practitioners = List.of(UUID.randomUUID(), UUID.randomUUID());
        var told = java.util.Objects.requireNonNull(events);
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

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            CODER.post(first + "/suggestions", text).body("suggestions.proposed.code", hasItem("99386"));
            CODER.post(second + "/suggestions", text).body("suggestions.proposed.code", hasItem("99396"));
        });
    }

    @Test
    void anEhrSendsANarrativeAndGetsTheLevelOfTheVisitToo() {
        var narrative =
                "<div><h2>Assessment</h2><p>Hypertension, stable. Hyperlipidemia, stable.</p><h2>Plan</h2><p>Continue lisinopril 10 mg.</p></div>";
        var request =
                "{\"setting\":\"office\",\"on\":\"2026-03-02\",\"ageYears\":60,\"notes\":[{\"format\":\"markup\",\"text\":\""
                        + narrative + "\"}]}";

        CODER.post("/api/v1/code-suggestions", request)
                .statusCode(200)
                .body("suggestions.code", hasItems("I10", "E78.5", "99214"))
                .body("suggestions.code", not(hasItem("99215")))
                .body(
                        "suggestions.find { it.code == '99214' }.evidence.text",
                        contains("Hypertension", "Hyperlipidemia", "Continue lisinopril"))
                .body(
                        "suggestions.find { it.code == '99214' }.evidence.section",
                        contains("assessment", "assessment", "plan"))
                .body(
                        "suggestions.find { it.code == '99214' }.evidence[2].start",
                        equalTo(narrative.indexOf("Continue lisinopril")))
                .body(
                        "suggestions.find { it.code == 'I10' }.evidence[0].start",
                        equalTo(narrative.indexOf("Hypertension")))
                .body("suggestions.find { it.code == 'I10' }.evidence[0].section", equalTo("assessment"));
    }

    private static String note(String... texts) {
        return Arrays.stream(texts)
                .map("{\"format\":\"text\",\"text\":\"%s\"}"::formatted)
                .collect(Collectors.joining(",", "{\"notes\":[", "]}"));
    }

    private static String aCase() {
        return aCase(UUID.randomUUID(), UUID.randomUUID(), DAY);
    }

    private static String aCase(UUID patient, UUID practitioner, LocalDate day, UUID... documents) {
        return cases(patient, practitioner, null, day, null, documents).get("professional");
    }

    /** By kind. */
    private static Map<String, String> aStay(LocalDate admission, LocalDate discharge) {
        return cases(UUID.randomUUID(), UUID.randomUUID(), "inpatient", admission, discharge);
    }

    private static Map<String, String> cases(
            UUID patient,
            UUID practitioner,
            @Nullable String setting,
            LocalDate day,
            @Nullable LocalDate discharge,
            UUID... documents) {
        var encounter = new EncounterCompleted(
                UUID.randomUUID(),
                1,
                patient,
                practitioner,
                UUID.randomUUID(),
                List.of(),
                day,
                List.of(new EncounterCompleted.Service(1, "99213", List.of(), BigDecimal.ONE, 120_00, day)),
                setting,
                setting == null ? null : day,
                discharge,
                null,
                Arrays.stream(documents)
                        .map(id -> new EncounterCompleted.Document(id, "progress-note", "0".repeat(64)))
                        .toList(),
                null);
        java.util.Objects.requireNonNull(events).publish(ORGANIZATION, encounter);
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> CODER
                                .get("/api/v1/coding-cases?encounterId=" + encounter.encounterId())
                                .extract()
                                .jsonPath()
                                .<Map<String, String>>getList("items")
                                .stream()
                                .collect(Collectors.toMap(
                                        item -> item.get("kind"), item -> "/api/v1/coding-cases/" + item.get("id"))),
                        found -> found.size() == (setting == null ? 1 : 2));
    }
}
