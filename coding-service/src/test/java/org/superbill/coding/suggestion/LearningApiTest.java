package org.superbill.coding.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.coding.Encounters;
import org.superbill.coding.OfficeNumbers;
import org.superbill.coding.WithEvents;
import org.superbill.events.EncounterCompleted;
import org.superbill.servicekit.ids.Sha256;
import org.superbill.servicekit.testing.ServiceStack;

/** From a coder's decisions over the API to what is proposed next, and what the codes of the day leave of it. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class LearningApiTest extends WithEvents {
    private static final UUID LEARNERS = UUID.randomUUID();
    private static final UUID OTHERS = UUID.randomUUID();
    private static final Api CODER = Api.as(LEARNERS, "coder");
    private static final Api OTHER_CODER = Api.as(OTHERS, "coder");
    private static final Api LOADER = Api.loader(LEARNERS);
    private static final OfficeNumbers CPT =
            new OfficeNumbers(LOADER, "for-learning", "2026-01-01", List.of("99214", "90471"));
    private static final String NEXT = "/api/v1/code-suggestions";
    private static final int ENOUGH = 8;
    private static final UUID REPEATERS = UUID.randomUUID();
    private static final Api REPEATER = Api.as(REPEATERS, "coder");
    private static final String TEXT = "Assessment: COPD with acute exacerbation. Plan: prednisone 40 mg.";

    @BeforeEach
    void ready() {
        CPT.load();
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> CODER.post(NEXT, request(0.3)).extract().statusCode() == 200);
    }

    @AfterEach
    void takeNumbersBack() {
        CPT.takeBack();
    }

    @Test
    void whatCodersRejectIsProposedLessSurelyThenNoMoreForTheirOrganizationAlone() {
        var before = confidence(CODER, "J44.1");
        var visit = confidence(CODER, "99214");
        for (var i = 0; i < ENOUGH; i++) {
            var suggestions = visit(LEARNERS, CODER) + "/suggestions";
            reject(suggestions, "J44.1");
            reject(suggestions, "99214");
        }

        var after = confidence(CODER, "J44.1");
        assertThat(after).isLessThan(before);
        assertThat(confidence(CODER, "99214")).isLessThan(visit);
        var between = request((before + after) / 2);
        CODER.post(NEXT, between)
                .statusCode(200)
                .body("suggestions.code", not(hasItem("J44.1")))
                .body("abstentions.code", hasItem("J44.1"));
        CODER.post(NEXT, request(visit))
                .statusCode(200)
                .body("suggestions.code", not(hasItem("99214")))
                .body("abstentions.code", hasItem("99214"));
        OTHER_CODER.post(NEXT, between).statusCode(200).body("suggestions.code", hasItem("J44.1"));
        assertThat(confidence(OTHER_CODER, "J44.1")).isEqualTo(before);
        assertThat(confidence(OTHER_CODER, "99214")).isEqualTo(visit);
    }

    @Test
    void oneDecisionIsLearnedOfEachCaseAndCode() {
        var case1 = visit(REPEATERS, REPEATER) + "/suggestions";
        for (var i = 0; i < 3; i++) {
            decide(REPEATER, case1, "J44.1", "accept", "{}");
        }
        decide(REPEATER, case1, "J44.1", "reject", "{\"reason\":\"not of this visit\"}");
        learned(1, 0);
        decide(REPEATER, visit(REPEATERS, REPEATER) + "/suggestions", "J44.1", "reject", "{\"reason\":\"no\"}");
        learned(1, 1);
    }

    @Test
    void nothingIsLearnedOfNotesThatAreNotInTheRecord() {
        var others = UUID.randomUUID();
        var caller = Api.as(others, "coder");
        var path = new Encounters(events(), others)
                        .visit(
                                caller,
                                new EncounterCompleted.Document(UUID.randomUUID(), "progress-note", "0".repeat(64)))
                + "/suggestions";
        decide(caller, path, "J44.1", "accept", "{}");
        caller.get("/api/v1/code-suggestions/feedback").statusCode(200).body("", empty());
    }

    private static void learned(int accepted, int rejected) {
        REPEATER.get("/api/v1/code-suggestions/feedback")
                .body("find { it.code == 'J44.1' }.accepted", is(accepted))
                .body("find { it.code == 'J44.1' }.rejected", is(rejected));
    }

    @Test
    void aProcedureThatTheReleaseOfTheDayDoesNotHaveIsNotProposed() {
        var without = new OfficeNumbers(LOADER, "for-refusal", "2036-01-01", List.of("99213"));
        without.load();
        try {
            CODER.post(NEXT, request(0.3).replace("2026-03-02", "2036-03-03"))
                    .statusCode(200)
                    .body("suggestions.code", not(hasItem("99214")))
                    .body("abstentions.code", not(hasItem("99214")))
                    .body("warnings", hasItem(containsString("cpt 99214 is not proposed")));
        } finally {
            without.takeBack();
        }
    }

    @Test
    void aVaccineWithoutItsProductIsNoNumberButAQuestion() {
        var flu = request(0.75).replace("Plan:", "Flu shot given IM. Plan:");

        CODER.post(NEXT, flu)
                .statusCode(200)
                .body("suggestions.code", hasItem("90471"))
                .body("suggestions.code.findAll { it.startsWith('906') }", empty())
                .body("abstentions.find { it.code.startsWith('90653 or') }.query", containsString("Flu shot given"));
    }

    /** The path of a case of which the note is the record. */
    private static String visit(UUID organization, Api caller) {
        return new Encounters(events(), organization)
                .visit(caller, new EncounterCompleted.Document(UUID.randomUUID(), "progress-note", Sha256.hex(TEXT)));
    }

    private static void reject(String path, String code) {
        decide(CODER, path, code, "reject", "{\"reason\":\"not of this visit\"}");
    }

    private static void decide(Api caller, String path, String code, String decision, String body) {
        String id = caller.post(path, request(0.05).replace("\"on\":\"2026-03-02\",", ""))
                .statusCode(200)
                .extract()
                .path("suggestions.find { it.proposed.code == '" + code + "' }.id");
        caller.post(path + "/" + id + "/" + decision, body, "\"0\"").statusCode(200);
    }

    private static double confidence(Api caller, String code) {
        float confidence = caller.post(NEXT, request(0.05))
                .statusCode(200)
                .extract()
                .path("suggestions.find { it.code == '" + code + "' }.confidence");
        return Math.round(confidence * 1000) / 1000.0;
    }

    private static String request(double threshold) {
        return """
                {"setting":"office","on":"2026-03-02","threshold":%s,"notes":[{"format":"text","text":"%s"}]}""".formatted(threshold, TEXT);
    }
}
