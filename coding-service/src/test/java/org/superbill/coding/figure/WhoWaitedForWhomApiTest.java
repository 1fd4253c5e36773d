package org.superbill.coding.figure;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.coding.Encounters;
import org.superbill.coding.Policies;
import org.superbill.coding.WithEvents;
import org.superbill.coding.codingquery.RecordDouble;
import org.superbill.events.EncounterCompleted;
import org.superbill.events.EncounterVoided;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;

/** What was not billed at the end of a day gone by, what was charged of it then, and who waited for whom. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
@WithTestResource(
        value = RecordDouble.class,
        scope = TestResourceScope.GLOBAL) // else this class has an application of its own
class WhoWaitedForWhomApiTest extends WithEvents {
    private static final LocalDate FIRST = Encounters.DAY;

    private final UUID organization = UUID.randomUUID();
    private final UUID doctor = UUID.randomUUID();
    private final UUID note = UUID.randomUUID();
    private final Api ann = Api.as(TestTokens.ofUser("ann", organization, "coder"));
    private final Api lead = Api.as(organization, "coding-auditor");

    @Test
    void itIsToldFromWhatWasKeptOfEachCase() {
        Policies.set(
                Api.as(organization, "admin"), policy -> policy.replace("\"billHoldDays\":3", "\"billHoldDays\":0"));
        var clinic = new Encounters(events(), organization);
        noonOf(0);
        var stay = clinic.stay(ann, FIRST, new EncounterCompleted.Document(note, "progress-note", "00"));
        var visit = clinic.fluShot(ann, FIRST, 100_00, UUID.randomUUID(), UUID.randomUUID());
        ann.post(stay.get(0) + "/assign", "{}", Encounters.etag(ann, stay.get(0)))
                .statusCode(200);
        noonOf(1);
        var query = sent(stay.get(0));
        noonOf(2);
        Api.as(TestTokens.sign(TestTokens.claims("doctor", "clinician")
                        .claim("organization", organization.toString())
                        .claim("practitioner", doctor.toString())))
                .post(query + "/answer", "{\"option\":2}", Encounters.etag(ann, query))
                .statusCode(200);
        ann.post(stay.get(0) + "/close", "{}").statusCode(200);
        ann.post(stay.get(0) + "/assign", "{\"coder\":\"bob\"}", Encounters.etag(ann, stay.get(0)))
                .statusCode(200);
        chargedLate(encounterOf(visit), 150_00);
        awaitCents(visit, 150_00);
        noonOf(3);
        events().publish(organization, new EncounterVoided(UUID.fromString(encounterOf(visit)), "entered in error"));
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> ann.get(visit).body("status", equalTo("void")));

        unbilledOn(0)
                .body("cents", is(142_00))
                .body("waiting.reason", contains("in-coding", "nobody-has-it"))
                .body("waiting.waitsFor", contains("ann", null))
                .body("waiting.cents", contains(42_00, 100_00))
                .body("rows.key", contains("", "ann"));
        unbilledOn(1)
                .body("cents", is(142_00))
                .body("waiting.reason", contains("nobody-has-it", "query-open"))
                .body("waiting.waitsFor", contains(null, doctor.toString()));
        unbilledOn(2)
                .body("cents", is(192_00))
                .body("waiting.reason", contains("in-coding", "nobody-has-it"))
                .body("waiting.waitsFor", contains("bob", null))
                .body("rows.key", contains("", "bob"))
                .body("toldAsOfToday", contains("payers", "specialties", "bill-hold-days"));
        unbilledOn(3).body("cents", is(42_00)).body("cases", is(2)).body("toldAsOfToday.size()", is(0));
    }

    @Test
    void lateChargesAreOfWhatIsFinalizedOnceTheyAreCoded() {
        Encounters.loadProcedures(organization);
        noonOf(0);
        var path = new Encounters(events(), organization).fluShot(ann);
        ann.put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(ann, path))
                .statusCode(200);
        ann.post(path + "/finalize", "{}", Encounters.etag(ann, path)).statusCode(200);
        noonOf(1);
        chargedLate(encounterOf(path), 150_00);
        awaitCents(path, 150_00);
        var figures = "/api/v1/coding-figures?by=coder&from=%s&to=%s".formatted(FIRST, FIRST.plusDays(1));
        lead.get(figures).body("rows[0].finalized", is(1)).body("rows[0].chargeCents", is(42_00));
        ann.post(path + "/finalize", "{}", Encounters.etag(ann, path)).statusCode(200);
        lead.get(figures).body("rows[0].finalized", is(1)).body("rows[0].chargeCents", is(150_00));
    }

    private ValidatableResponse unbilledOn(int day) {
        return lead.get("/api/v1/coding-figures/unbilled?by=coder&asOf=" + FIRST.plusDays(day))
                .statusCode(200);
    }

    private void noonOf(int day) {
        clocks.moveTo(FIRST.plusDays(day).atTime(12, 0).toInstant(ZoneOffset.UTC));
    }

    private String sent(String path) {
        new Encounters(events(), organization).hasPractitioner(doctor);
        var text = """
                        {"practitionerId":"%s","form":"multiple-choice","purpose":"diagnosis","title":"Clarification of findings",
                         "question":"Please document the condition, if any, that the findings quoted below stand for.",
                         "indicators":[{"documentId":"%s","start":6,"quote":"Na 128 mmol/L"}],
                         "options":[{"kind":"diagnosis","text":"Hyponatremia","supportedBy":[0]},
                           {"kind":"other","text":"Other","supportedBy":[]},
                           {"kind":"unable-to-determine","text":"Unable to determine","supportedBy":[]}]}""".formatted(doctor, note);
        var query = await().atMost(
                        Duration.ofMinutes(4)) // until it is known whom it is for, and which words name a condition
                .until(() -> ann.post(path + "/queries", text).extract(), answer -> answer.statusCode() == 201)
                .header("Location");
        ann.post(query + "/send", "", Encounters.etag(ann, query)).statusCode(200);
        return query;
    }

    private String encounterOf(String path) {
        return ann.get(path).extract().jsonPath().getString("encounterId");
    }

    private void chargedLate(String encounter, long cents) {
        events().publish(
                        organization,
                        new EncounterCompleted(
                                UUID.fromString(encounter),
                                2,
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                List.of(UUID.randomUUID()),
                                FIRST,
                                List.of(new EncounterCompleted.Service(
                                        1, "90658", List.of(), BigDecimal.ONE, cents, FIRST))));
    }

    private void awaitCents(String path, int cents) {
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> ann.get(path).body("chargeCents", is(cents)));
    }
}
