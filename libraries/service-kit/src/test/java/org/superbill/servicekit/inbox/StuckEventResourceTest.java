package org.superbill.servicekit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.superbill.servicekit.sample.TestData.voided;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.superbill.events.AuditRecorded;
import org.superbill.events.EventJson;
import org.superbill.servicekit.outbox.Outbox;
import org.superbill.servicekit.sample.VoidListener;
import org.superbill.servicekit.sample.Watcher;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.servicekit.testing.TestTokens;

@QuarkusTest
@WithTestResource(ServiceStack.class)
class StuckEventResourceTest extends OfStuckEvents {
    private static final String STUCK = "/api/v1/event-processing/sample-service/stuck-events";

    @Inject
    Outbox outbox;

    @Test
    void listsWhatWaitsWithWhatItWaitsFor() {
        var patient = UUID.randomUUID();
        var id = events.publish(organization, voided(encounter, "needs " + patient), 1);
        awaitStuck(1);

        list("state=parked")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(id.toString()))
                .body("items[0].state", equalTo("parked"))
                .body("items[0].topic", equalTo("encounter-voided"))
                .body("items[0].subject", equalTo(encounter.toString()))
                .body("items[0].sequence", equalTo(1))
                .body("items[0].code", equalTo("state-missing"))
                .body("items[0].reason", equalTo("patient " + patient))
                .body("items[0].waitsFor", equalTo(patient.toString()))
                .body("items[0].since", notNullValue());
        list("state=dead-lettered").body("items", empty());
    }

    @Test
    void saysWhyAnEventIsStuckInWordsThatProgramsCanRelyOn() {
        var later = UUID.randomUUID();
        var fault = UUID.randomUUID();
        var torn = UUID.randomUUID();
        var tomorrow = UUID.randomUUID();
        events.publish(organization, voided(encounter, "refused"), 1);
        events.publish(organization, voided(later, "early"), 2);
        events.publish(organization, voided(fault, "fault"), 1);
        sendRaw("org.superbill.encounter-voided.v1", torn);
        sendRaw("org.superbill.encounter-voided.v99", tomorrow);
        awaitStuck(5);

        var codes = list("limit=50").extract().jsonPath().<Map<String, String>>getList("items").stream()
                .collect(Collectors.toMap(item -> item.get("subject"), item -> item.get("code")));
        assertThat(codes)
                .isEqualTo(Map.of(
                        encounter.toString(), "refused",
                        later.toString(), "predecessor-missing",
                        fault.toString(), "fault",
                        torn.toString(), "unreadable-data",
                        tomorrow.toString(), "unknown-version"));
    }

    @Test
    void anotherOrganizationSeesAndReplaysNothingOfIt() {
        var id = events.publish(organization, voided(encounter, "refused"), 1);
        awaitStuck(1);

        var stranger = TestTokens.of(UUID.randomUUID(), "admin");
        as(stranger).get(STUCK).then().statusCode(200).body("items", empty());
        as(stranger)
                .header("Idempotency-Key", UUID.randomUUID())
                .post(STUCK + "/" + id + "/replay")
                .then()
                .statusCode(404);
    }

    @Test
    void aDeadLetterGoesOnWithItsSuccessorsWhenItIsReplayedAfterItsCauseWasMended() {
        var id = events.publish(organization, voided(encounter, "refused"), 1);
        events.publish(organization, voided(encounter, "after"), 2);
        events.publish(organization, voided(encounter, "last"), 3);
        awaitStuck(3);

        replay(id).statusCode(200).body("state", equalTo("dead-lettered")).body("code", equalTo("refused"));
        list("limit=50").body("items", hasSize(3));
        VoidListener.MENDED.add(encounter.toString());
        replay(id).statusCode(200).body("state", equalTo("applied"));
        list("limit=50").body("items", empty());
        replay(id).statusCode(200).body("state", equalTo("applied"));
        assertThat(texts("select text from heard where subject = ? order by place", encounter))
                .containsExactly("1 refused", "2 after", "3 last");
        assertThat(events.records("encounter-voided.dead-letter").stream()
                        .filter(letter -> TestEvents.text(letter, "ce_id").equals(id.toString())))
                .as("told once")
                .hasSize(1);
    }

    @Test
    void whatKafkaNoLongerHasCanBeGivenUp() {
        var id = events.publish(organization, voided(encounter, "first that is left"), 7);
        events.publish(organization, voided(encounter, "next"), 8);
        var beyondAGap = events.publish(organization, voided(encounter, "beyond a gap"), 10);
        awaitStuck(3);

        replay(id).body("state", equalTo("parked"));
        given(organization)
                .post(STUCK + "/" + id + "/replay?skipMissing=true")
                .then()
                .statusCode(200)
                .body("state", equalTo("applied"));
        list("limit=50").body("items.id", contains(beyondAGap.toString()));
    }

    @Test
    void whatKafkaRefusedIsListedAndQueuedAgain() {
        tenancy.as(organization, () -> outbox.publish(voided(encounter, "x".repeat(3_000_000))));
        await().atMost(PATIENCE)
                .until(() -> list("state=set-aside")
                                .extract()
                                .jsonPath()
                                .getList("items")
                                .size()
                        == 1);
        var id = UUID.fromString(list("state=set-aside")
                .body("items[0].code", equalTo("refused-by-kafka"))
                .body("items[0].reason", containsString("RecordTooLarge"))
                .extract()
                .jsonPath()
                .getString("items[0].id"));

        replay(id).statusCode(200).body("state", equalTo("queued"));
        await().atMost(PATIENCE)
                .until(() -> list("state=set-aside")
                                .extract()
                                .jsonPath()
                                .getList("items")
                                .size()
                        == 1);
    }

    @Test
    void whatTheObserversDidNotTakeIsShownToThemAgain() {
        var id = UUID.randomUUID();
        Watcher.INDIGESTIBLE.add(id);
        events.send(
                "audit-recorded",
                id.toString(),
                TestEvents.headers(id, organization, "org.superbill.audit-recorded.v1", id.toString(), 7),
                "{}".getBytes(StandardCharsets.UTF_8));
        awaitStuck(1);

        replay(id).statusCode(200).body("state", equalTo("dead-lettered"));
        Watcher.INDIGESTIBLE.remove(id);
        replay(id).statusCode(200).body("state", equalTo("applied"));
        replay(id).statusCode(200).body("state", equalTo("applied"));
        assertThat(tenancy.as(organization, () -> table.texts("select id from observed where id = ?", id)))
                .containsExactly(id.toString());
    }

    @Test
    void whatBelongsToNoOrganizationIsReplayedByAProgramOfThePlatform() {
        events.send(
                "encounter-voided",
                encounter.toString(),
                new RecordHeaders(),
                "not an event".getBytes(StandardCharsets.UTF_8));
        var program = TestTokens.sign(TestTokens.claims("operations", "system")
                .claim("scope", "event-processing:read event-processing:replay"));
        var ids = await().atMost(PATIENCE)
                .until(
                        () -> as(program)
                                .get(STUCK + "?state=dead-lettered&limit=200")
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath()
                                .<String>getList("items.id"),
                        found -> !found.isEmpty());
        as(program)
                .header("Idempotency-Key", UUID.randomUUID())
                .post(STUCK + "/" + ids.get(0) + "/replay")
                .then()
                .statusCode(200)
                .body("state", equalTo("dead-lettered"));
    }

    @Test
    void badRequestsAreAnsweredWithProblems() {
        list("state=lost").statusCode(400).body("errors[0].pointer", equalTo("?state"));
        replay(UUID.randomUUID()).statusCode(404).body("type", equalTo("https://superbill.org/problems/not-found"));
        as(TestTokens.of(organization, "admin"))
                .get("/api/v1/event-processing/other-service/stuck-events")
                .then()
                .statusCode(404);
        as(TestTokens.of(organization, "biller")).get(STUCK).then().statusCode(403);
        as(TestTokens.of(organization, "admin"))
                .post(STUCK + "/" + UUID.randomUUID() + "/replay")
                .then()
                .statusCode(400)
                .body("type", equalTo("https://superbill.org/problems/idempotency-key-missing"));
        RestAssured.given().get(STUCK).then().statusCode(401);
    }

    @Test
    void whoReplaysAndWhoGivesUpIsInTheAuditTrail() {
        var id = events.publish(organization, voided(encounter, "first that is left"), 7);
        awaitStuck(1);
        replay(id).statusCode(200).body("state", equalTo("parked"));
        given(organization)
                .post(STUCK + "/" + id + "/replay?skipMissing=true")
                .then()
                .statusCode(200);
        as(TestTokens.of(organization, "biller"))
                .header("Idempotency-Key", UUID.randomUUID())
                .post(STUCK + "/" + id + "/replay")
                .then()
                .statusCode(403);

        var records = await().atMost(PATIENCE)
                .until(
                        () -> events.records("audit-recorded").stream()
                                .filter(message ->
                                        organization.toString().equals(TestEvents.text(message, "ce_organization")))
                                .map(message -> EventJson.read(message.value(), AuditRecorded.class))
                                .toList(),
                        found -> found.size() == 3);
        assertThat(records)
                .extracting(
                        AuditRecorded::action, AuditRecorded::entityId, AuditRecorded::actor, AuditRecorded::outcome)
                .containsExactlyInAnyOrder(
                        tuple("replayStuckEvent", id.toString(), "test-user", "success"),
                        tuple("giveUpMissingEvents", id.toString(), "test-user", "success"),
                        tuple("replayStuckEvent", id.toString(), "test-user", "forbidden"));
    }

    @Test
    void aReplayUnderTheSameKeyIsAnsweredAsTheFirst() {
        var id = events.publish(organization, voided(encounter, "refused"), 1);
        awaitStuck(1);
        var admin = given(organization);
        admin.post(STUCK + "/" + id + "/replay").then().statusCode(200).header("Idempotency-Replayed", nullValue());
        admin.post(STUCK + "/" + id + "/replay")
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", equalTo("true"))
                .body("state", equalTo("dead-lettered"));
        given(organization)
                .post(STUCK + "/" + id + "/replay?skipMissing=yes")
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("?skipMissing")));
        admin.post(STUCK + "/" + id + "/replay?skipMissing=true").then().statusCode(422);
    }

    /** More than the pool has connections: were each to hold one and to wait for another, none would go on. */
    @Test
    void manyReplaysAtOnceTakeOneConnectionEach() throws Exception {
        var id = events.publish(organization, voided(encounter, "refused"), 1);
        awaitStuck(1);
        var clients = Executors.newFixedThreadPool(40);
        var statuses = clients.invokeAll(Collections.nCopies(
                80, () -> given(organization).post(STUCK + "/" + id + "/replay").statusCode()));
        for (var status : statuses) {
            assertThat(status.get()).isEqualTo(200);
        }
        clients.shutdown();
    }

    private void sendRaw(String type, UUID subject) {
        events.send(
                "encounter-voided",
                subject.toString(),
                TestEvents.headers(UUID.randomUUID(), organization, type, subject.toString(), 1),
                "{".getBytes(StandardCharsets.UTF_8));
    }

    private void awaitStuck(int count) {
        await().atMost(PATIENCE).until(() -> ids().size() == count);
    }

    private List<String> ids() {
        return list("limit=50").extract().jsonPath().getList("items.id");
    }

    private ValidatableResponse list(String query) {
        return as(TestTokens.of(organization, "admin")).get(STUCK + "?" + query).then();
    }

    private ValidatableResponse replay(UUID id) {
        return given(organization).post(STUCK + "/" + id + "/replay").then();
    }

    private static RequestSpecification given(UUID organization) {
        return as(TestTokens.of(organization, "admin")).header("Idempotency-Key", UUID.randomUUID());
    }

    private static RequestSpecification as(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token);
    }
}
