package org.superbill.coding.codingcase;

import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.superbill.coding.Api;
import org.superbill.coding.WithEvents;
import org.superbill.events.EncounterCompleted;
import org.superbill.servicekit.testing.PlainJson;

/** Cases of an organization that gives flu shots, for tests that tell what becomes of them. */
abstract class FluShots extends WithEvents {
    static final UUID ORGANIZATION = UUID.randomUUID();
    static final Api CODER = Api.as(ORGANIZATION, "coder");
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    static final String FLU_SHOT = """
            {"diagnoses":["Z23"],"lines":[
              {"lineNumber":1,"procedureCode":"90658","modifiers":[],"units":1,"diagnosisPointers":[1]},
              {"lineNumber":2,"procedureCode":"90471","units":1,"diagnosisPointers":[1]}]}""";

    private static boolean loaded;

    /** Once; not before all, when the service's port is not known yet. */
    @BeforeEach
    void loadCodes() {
        if (loaded) {
            return;
        }
        var loader = Api.loader(ORGANIZATION);
        loader.load(
                        "cpt",
                        "for-cases",
                        "2026-01-01",
                        "code,display,billable\n90658,Flu vaccine,true\n90471,Giving a vaccine,true\n99213,Visit,true\n9000F,Chapter,false\n")
                .statusCode(201);
        loader.post("/api/v1/code-systems/cpt/releases/for-cases/activate", "").statusCode(200);
        loaded = true;
    }

    static void finish(String path) {
        CODER.put(path + "/coding", FLU_SHOT, etag(path)).statusCode(200);
        CODER.post(path + "/finalize", "{}", etag(path)).statusCode(200);
    }

    static String etag(String path) {
        return CODER.get(path).statusCode(200).extract().header("ETag");
    }

    /** The id of the encounter's case; waits for the event to arrive. */
    static String caseOf(EncounterCompleted encounter) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> PlainJson.of(CODER.get("/api/v1/coding-cases?encounterId=" + encounter.encounterId())
                                        .extract())
                                .getList("items.id", String.class),
                        ids -> ids.size() == 1)
                .get(0);
    }

    static EncounterCompleted completed(UUID encounterId, int version) {
        var encounter = encounter(encounterId, version, DAY);
        events().publish(ORGANIZATION, encounter);
        return encounter;
    }

    static EncounterCompleted encounter(UUID encounterId, int version, LocalDate on) {
        var shot = new EncounterCompleted.Service(1, "90658", List.of(), BigDecimal.ONE, 42_00, on);
        var giving = new EncounterCompleted.Service(2, "90471", List.of(), BigDecimal.ONE, 28_00, on);
        return new EncounterCompleted(
                encounterId,
                version,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                List.of(UUID.randomUUID()),
                on,
                List.of(shot, giving));
    }
}
