package org.superbill.coding.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
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
        var suggestions = new Encounters(events(), LEARNERS).fluShot(CODER) + "/suggestions";
        for (var i = 0; i < ENOUGH; i++) {
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
                .body("suggestions.code.findAll { it.startsWith('906') }", org.hamcrest.Matchers.empty())
                .body("abstentions.find { it.code.startsWith('90653 or') }.query", containsString("Flu shot given"));
    }

    private static void reject(String path, String code) {
        String id = CODER.post(path, request(0.05).replace("\"on\":\"2026-03-02\",", ""))
                .statusCode(200)
                .extract()
                .path("suggestions.find { it.proposed.code == '" + code + "' }.id");
        CODER.post(path + "/" + id + "/reject", "{\"reason\":\"not of this visit\"}", "\"0\"")
                .statusCode(200);
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
                {"setting":"office","on":"2026-03-02","threshold":%s,"notes":[{"format":"text",
                 "text":"Assessment: COPD with acute exacerbation. Plan: prednisone 40 mg."}]}""".formatted(threshold);
    }
}
