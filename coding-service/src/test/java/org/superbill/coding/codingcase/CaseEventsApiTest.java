package org.superbill.coding.codingcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.events.AuditRecorded;
import org.superbill.events.ClaimDenied;
import org.superbill.events.EncounterCoded;
import org.superbill.events.EncounterCompleted;
import org.superbill.events.EncounterVoided;
import org.superbill.events.EventContract;
import org.superbill.events.EventJson;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;

/** What a case hears of its encounter and claim, what it tells, and what is kept of it. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class CaseEventsApiTest extends FluShots {
    private static final UUID LATE = UUID.randomUUID();

    @Inject
    AgroalDataSource dataSource;

    @Test
    void anEncounterIsCodedAndBillingHearsAllThatItNeeds() {
        var encounter = completed(UUID.randomUUID(), 1);
        var path = "/api/v1/coding-cases/" + caseOf(encounter);
        CODER.get(path).statusCode(200).body("status", equalTo("ready")).body("services", hasSize(2));
        CODER.post(path + "/assign", "{}", etag(path))
                .statusCode(200)
                .body("status", equalTo("assigned"))
                .body("assignedTo", equalTo("coder"));
        var etag = CODER.put(path + "/coding", FLU_SHOT, etag(path))
                .statusCode(200)
                .body("status", equalTo("in-progress"))
                .body("diagnoses", contains("Z23"))
                .body("findings", empty())
                .extract()
                .header("ETag");
        CODER.post(path + "/finalize", "{}", etag).statusCode(200).body("status", equalTo("released"));

        var told = events().await(EncounterCoded.class, encounter.encounterId().toString());
        assertThat(told)
                .isEqualTo(new EncounterCoded(
                        encounter.encounterId(),
                        1,
                        UUID.fromString(path.substring(path.lastIndexOf('/') + 1)),
                        encounter.patientId(),
                        encounter.practitionerId(),
                        encounter.locationId(),
                        encounter.coverageIds(),
                        DAY,
                        List.of("Z23"),
                        List.of(
                                new EncounterCoded.Line(1, "90658", List.of(), BigDecimal.ONE, 42_00, DAY, List.of(1)),
                                new EncounterCoded.Line(2, "90471", List.of(), BigDecimal.ONE, 28_00, DAY, List.of(1))),
                        "coder"));
        CODER.get(path + "/versions")
                .statusCode(200)
                .body("version", contains(1))
                .body("codedBy", contains("coder"));
    }

    @Test
    void anEncounterThatIsCompletedAgainOpensTheCaseAgain() {
        var encounterId = UUID.randomUUID();
        var path = "/api/v1/coding-cases/" + caseOf(completed(encounterId, 1));
        finish(path);
        completed(encounterId, 2);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> CODER.get(path)
                        .body("version", is(2))
                        .body("encounterVersion", is(2))
                        .body("status", equalTo("in-progress"))
                        .body("versionReason", equalTo("completed again")));
    }

    @Test
    void whoeverLeadsFindsTheFinishedCasesWhoseRecordHasGotADocument() {
        var id = caseOf(completed(UUID.randomUUID(), 1));
        var path = "/api/v1/coding-cases/" + id;
        finish(path);
        var encounterId = UUID.fromString(CODER.get(path).extract().path("encounterId"));
        CODER.get("/api/v1/coding-cases?lateDocuments=true&encounterId=" + encounterId)
                .body("items", empty());
        var plain = encounter(encounterId, 1, DAY);
        events().publish(
                        ORGANIZATION,
                        new EncounterCompleted(
                                encounterId,
                                1,
                                plain.patientId(),
                                plain.practitionerId(),
                                plain.locationId(),
                                plain.coverageIds(),
                                DAY,
                                plain.services(),
                                null,
                                null,
                                null,
                                null,
                                List.of(new EncounterCompleted.Document(
                                        LATE, "pathology", "aa", "cleo", Instant.parse("2026-03-04T09:00:00Z"))),
                                null));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> CODER.get("/api/v1/coding-cases?lateDocuments=true&encounterId=" + encounterId)
                        .statusCode(200)
                        .body("items.id", contains(id))
                        .body("items[0].status", equalTo("released"))
                        .body("items[0].documents.late", contains(true)));
        var tasks = "/api/v1/coding-worklist/tasks?kind=late-document&assignedTo=";
        CODER.get(tasks + "me")
                .body("items.find { it.caseId == '%s' }.documentKind".formatted(id), equalTo("pathology"))
                .body("items.find { it.caseId == '%s' }.raisedBy".formatted(id), equalTo("cleo"))
                .body("items.find { it.caseId == '%s' }.raisedAt".formatted(id), equalTo("2026-03-04T09:00:00Z"));
        CODER.get(tasks + "nobody").body("items.caseId", not(hasItem(id)));
        var seen = path + "/documents/" + LATE + "/seen";
        CODER.post(seen, "{}", etag(path)).statusCode(400).body("errors[0].pointer", equalTo("/reason"));
        CODER.post(path + "/amend", "{\"reason\":\"pathology\"}", etag(path)).statusCode(200);
        CODER.post(path + "/finalize", "{}", etag(path))
                .statusCode(409)
                .body("type", equalTo("https://superbill.org/problems/coding-documents-unseen"))
                .body("errors.pointer", contains("/documents/0"));
        CODER.post(seen, "{}", etag(path)).statusCode(200).body("documents[0].seenBy", notNullValue());
        CODER.post(seen, "{}", etag(path))
                .statusCode(404)
                .body("type", equalTo("https://superbill.org/problems/coding-document-not-found"));
        CODER.get(tasks + "me").body("items.caseId", not(hasItem(id)));
        CODER.get(tasks + "me&closed=true")
                .body("items.find { it.caseId == '%s' }.outcome".formatted(id), equalTo("seen"));
        CODER.post(path + "/finalize", "{}", etag(path)).statusCode(200).body("version", is(2));
    }

    /** E11.A came on 1 October 2025. */
    @Test
    void whatWasReleasedIsJudgedAnewByTheDaysOfThen() {
        var encounterId = UUID.randomUUID();
        var id = caseOf(completed(encounterId, 1));
        var path = "/api/v1/coding-cases/" + id;
        CODER.put(path + "/coding", FLU_SHOT.replace("[\"Z23\"]", "[\"Z23\",\"E11.A\"]"), etag(path))
                .statusCode(200);
        CODER.post(path + "/finalize", "{}", etag(path)).statusCode(200);
        var auditor = Api.as(TestTokens.ofUser("eve", ORGANIZATION, "coding-auditor"));
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var audit = auditor.post("/api/v1/coding-audits", """
                        {"name":"days","stage":"after-bill","method":"review","unit":"code",
                         "sampling":{"from":"%s","to":"%s","per":"all","size":100,"seed":7,"code":"E11A"}}""".formatted(today.minusDays(1), today))
                .statusCode(201)
                .extract()
                .header("Location");
        events().publish(ORGANIZATION, encounter(encounterId, 2, LocalDate.of(2025, 9, 30)));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> CODER.get(path).body("encounterVersion", is(2)));
        CODER.get(path).body("findings.rule", hasItem("diagnosis-not-valid-on-date"));
        CODER.get(path + "/versions/1/replay").statusCode(200).body("findings", empty());
        CODER.get(path + "/versions")
                .body("governingDate", contains(DAY.toString()))
                .body("days.serviceDate", contains(DAY.toString()))
                .body("days.setting", contains("office"));
        String item = auditor.get(audit + "/items").extract().path("items.find { it.caseId == '" + id + "' }.id");
        auditor.get(audit + "/items/" + item + "/replay").statusCode(200).body("coded.findings", empty());
    }

    @Test
    void aRefusalThatIsCodingsOpensTheCaseAgainAndAnotherDoesNot() {
        var encounterId = UUID.randomUUID();
        var path = "/api/v1/coding-cases/" + caseOf(completed(encounterId, 1));
        finish(path);
        events().publish(ORGANIZATION, denied(encounterId, "29", "billing", null));
        events().publish(ORGANIZATION, denied(encounterId, "16", "coding", "facility"));
        events().publish(ORGANIZATION, denied(encounterId, "11", "coding", null));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> CODER.get(path)
                        .body("version", is(2))
                        .body("status", equalTo("in-progress"))
                        .body("versionReason", equalTo("denied: CO-11")));
    }

    @Test
    void aVoidedEncounterIsNotCodedWhicheverIsHeardFirst() {
        var heardLater = completed(UUID.randomUUID(), 1);
        var path = "/api/v1/coding-cases/" + caseOf(heardLater);
        events().publish(ORGANIZATION, new EncounterVoided(heardLater.encounterId(), "entered in error"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> CODER.get(path).body("status", equalTo("void")));
        CODER.put(path + "/coding", FLU_SHOT, etag(path)).statusCode(409);

        var neverCompleted = UUID.randomUUID();
        events().publish(ORGANIZATION, new EncounterVoided(neverCompleted, "entered in error"));
        awaitVoided(neverCompleted);
        completed(neverCompleted, 1);
        var next = completed(UUID.randomUUID(), 1);
        caseOf(next); // may be on another partition, so look a little longer than that
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> CODER.get("/api/v1/coding-cases?encounterId=" + neverCompleted)
                        .body("items", empty()));
    }

    @Test
    void readingACaseIsAudited() {
        var id = caseOf(completed(UUID.randomUUID(), 1));
        CODER.get("/api/v1/coding-cases/" + id).statusCode(200);
        var message = events().awaitRecord(
                        "audit-recorded",
                        candidate -> id.equals(audited(candidate).entityId()));
        assertThat(audited(message).entityType()).isEqualTo("coding-case");
        assertThat(audited(message).actor()).isEqualTo("coder");
    }

    @Test
    void theDatabaseKeepsReleasedVersionsAndCodesAsTheyAre() throws SQLException {
        for (var sql : List.of(
                "update coding_case_version set version = 9",
                "delete from coding_case_version",
                "update code set display = 'x' where code = 'Z23'",
                "delete from code where code = 'Z23'",
                "delete from code_release")) {
            try (var connection = dataSource.getConnection();
                    var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(sql)).as(sql).hasMessageContaining("permission denied");
            }
        }
    }

    private static ClaimDenied denied(UUID encounterId, String carc, String rootCause, @Nullable String kind) {
        return new ClaimDenied(
                UUID.randomUUID(), encounterId, UUID.randomUUID(), 1, "CO", carc, List.of(), 25_00, rootCause, kind);
    }

    private void awaitVoided(UUID encounterId) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            try (var connection = dataSource.getConnection();
                    var statement = connection.prepareStatement("select set_config('app.organization', ?, false)")) {
                statement.setString(1, ORGANIZATION.toString());
                statement.execute();
                try (var look = connection.prepareStatement("select 1 from voided_encounter where encounter_id = ?")) {
                    look.setObject(1, encounterId);
                    return look.executeQuery().next();
                }
            }
        });
    }

    @Test
    void whatIsReadOfACaseIsInTheTrailUnderItsPatient() {
        var completed = completed(UUID.randomUUID(), 1);
        var id = caseOf(completed);
        var patient = UUID.fromString(
                CODER.get("/api/v1/coding-cases/" + id).extract().path("patientId"));
        CODER.get("/api/v1/coding-cases/" + id + "/versions");

        var read = events().awaitRecord(
                        EventContract.AUDIT_RECORDED.topic(),
                        message -> audited(message).action().equals("listCodingCaseVersions")
                                && id.equals(audited(message).entityId()));
        assertThat(audited(read).patientIds()).containsExactly(patient);
    }

    private static AuditRecorded audited(ConsumerRecord<byte[], byte[]> message) {
        return EventJson.read(message.value(), AuditRecorded.class);
    }
}
