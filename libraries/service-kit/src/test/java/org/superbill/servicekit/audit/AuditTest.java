package org.superbill.servicekit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.superbill.servicekit.sample.Api.NOTES;
import static org.superbill.servicekit.sample.Api.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.events.AuditRecorded;
import org.superbill.events.EventJson;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.servicekit.testing.TestTokens;

@QuarkusTest
@WithTestResource(ServiceStack.class)
class AuditTest {

    private static final String SENT = "Zaphod-Beeblebrox";
    private static final String NOTE = "{\"text\":\"" + SENT + "\"}";

    private final UUID organization = UUID.randomUUID();

    @Test
    void aWriteIsRecordedOnceWithTheIdOfWhatWasMade() {
        String id = write(NOTE).post(NOTES).path("id");
        var record = records(1).get(0);
        assertThat(record.action()).isEqualTo("createNote");
        assertThat(record.entityType()).isEqualTo("note");
        assertThat(record.entityId()).isEqualTo(id);
        assertThat(record.outcome()).isEqualTo("success");
        assertThat(record.actor()).isEqualTo("test-user");
        assertThat(record.service()).isEqualTo("sample-service");
        assertThat(record.at()).isNotNull();
    }

    @Test
    void aReadIsRecordedWithWhoWhyAndFromWhere() {
        String id = write(NOTE).post(NOTES).path("id");
        as(TestTokens.ofUser("dr-who", organization, "clinician"))
                .header("X-Purpose-Of-Use", "TREAT")
                .header("X-Forwarded-For", "203.0.113.7")
                .header("X-Request-Id", "audit-test-1")
                .get(NOTES + "/" + id);
        var record = records(2).get(1);
        assertThat(record.action()).isEqualTo("getNote");
        assertThat(record.entityId()).isEqualTo(id);
        assertThat(record.actor()).isEqualTo("dr-who");
        assertThat(record.purpose()).isEqualTo("TREAT");
        assertThat(record.address()).isEqualTo("203.0.113.7");
        assertThat(record.requestId()).isEqualTo("audit-test-1");
    }

    @Test
    void aListIsRecordedWithoutAnId() {
        as(token()).get(NOTES);
        var record = records(1).get(0);
        assertThat(record.action()).isEqualTo("listNotes");
        assertThat(record.entityId()).isNull();
        assertThat(record.address()).isEqualTo("127.0.0.1");
    }

    @Test
    void whatIsNotFoundIsRecordedAsSuch() {
        var id = UUID.randomUUID();
        as(token()).get(NOTES + "/" + id).then().statusCode(404);
        var record = records(1).get(0);
        assertThat(record.outcome()).isEqualTo("not-found");
        assertThat(record.entityId()).isEqualTo(id.toString());
    }

    @Test
    void aWriteThatFailsIsRecordedAlthoughItsTransactionIsRolledBack() {
        write(NOTE).post(NOTES + "/failing").then().statusCode(500);
        assertThat(records(1)).extracting(AuditRecorded::outcome).containsExactly("internal-error");
    }

    @Test
    void aRefusalInsideOfTheMethodIsRecorded() {
        write("").post(NOTES + "/forbidden-inside").then().statusCode(403);
        assertThat(records(1)).extracting(AuditRecorded::outcome).containsExactly("forbidden");
    }

    @Test
    void aCallThatThePermissionsDoNotAllowIsRecorded() {
        as(TestTokens.of(organization, "biller"))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(NOTE)
                .post(NOTES)
                .then()
                .statusCode(403)
                .body("type", equalTo("https://superbill.org/problems/forbidden"));
        var record = records(1).get(0);
        assertThat(record.action()).isEqualTo("createNote");
        assertThat(record.outcome()).isEqualTo("forbidden");
        assertThat(record.actor()).isEqualTo("test-user");
    }

    @Test
    void aListOfWhatBelongsToAPatientIsRecordedUnderThePatient() {
        var patient = UUID.randomUUID();
        as(token()).get(NOTES + "?about=" + patient);
        assertThat(records(1).get(0).entityId()).isEqualTo(patient.toString());
    }

    @Test
    void anIdIsRecordedInOneSpellingHoweverTheRequestWroteIt() {
        String id = write(NOTE).post(NOTES).path("id");
        var escaped = "%%%02x%s".formatted((int) id.charAt(0), id.substring(1));
        for (var spelling : List.of(id.toUpperCase(Locale.ROOT), escaped)) {
            as(token())
                    .urlEncodingEnabled(false)
                    .get(NOTES + "/" + spelling)
                    .then()
                    .statusCode(200);
        }
        assertThat(records(3)).extracting(AuditRecorded::entityId).containsOnly(id);
    }

    @Test
    void anIdThatTheOperationDoesNotTakeIsNotRecorded() {
        String id = write(NOTE).post(NOTES).path("id");
        var other = UUID.randomUUID();
        as(token())
                .urlEncodingEnabled(false)
                .get(NOTES + "/" + id + ";x=" + other)
                .then()
                .statusCode(200);
        as(token()).get(NOTES + "?x=" + other).then().statusCode(400);
        assertThat(records(2)).extracting(AuditRecorded::entityId).containsExactly(id, id);
    }

    @Test
    void aReplayIsRecordedForItShowsTheDataAgain() {
        var key = UUID.randomUUID();
        for (var time = 0; time < 2; time++) {
            as(token())
                    .header("Idempotency-Key", key)
                    .contentType("application/json")
                    .body(NOTE)
                    .post(NOTES)
                    .then()
                    .statusCode(201);
        }
        var records = records(2);
        assertThat(records).extracting(AuditRecorded::outcome).containsOnly("success");
        assertThat(records.get(1).entityId()).isEqualTo(records.get(0).entityId());
        assertThat(records.get(1).patientIds())
                .containsExactly(UUID.fromString(String.valueOf(records.get(0).entityId())));
    }

    @Test
    void aCallThatFailsNamesThePatientsToWhomItsBodyLeads() {
        String id = write(NOTE).post(NOTES).path("id");
        write("{\"text\":\"a\",\"about\":\"" + id + "\"}")
                .post(NOTES + "/failing")
                .then()
                .statusCode(500);
        assertThat(records(2).get(1).patientIds()).containsExactly(UUID.fromString(id));
    }

    @Test
    void aPatientInABodyHidesNobodyWhomThePathLeadsTo() {
        String id = write(NOTE).post(NOTES).path("id");
        var other = UUID.randomUUID();
        write("{\"text\":\"a\",\"patientId\":\"" + other + "\"}")
                .header("If-Match", "\"7\"")
                .put(NOTES + "/" + id)
                .then()
                .statusCode(412);
        assertThat(records(2).get(1).patientIds()).containsExactlyInAnyOrder(other, UUID.fromString(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"for Zaphod", "trátament", "PAYMENTPAYMENTPAYMENTPAYMENTPAYMENTPAYMEN"})
    void aPurposeThatTheTrailCouldNotKeepIsRefused(String purpose) {
        as(token())
                .header("X-Purpose-Of-Use", purpose)
                .get(NOTES)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("header:X-Purpose-Of-Use"));
    }

    @Test
    void theTrailNamesWhosePatientsDataItWas() {
        String id = write(NOTE).post(NOTES).path("id");
        String other = write(NOTE).post(NOTES).path("id");
        as(token()).get(NOTES + "/" + id);
        as(token()).get(NOTES);
        as(token()).get(NOTES + "/" + UUID.randomUUID()); // nobody's

        var records = records(5);
        assertThat(records.get(0).patientIds()).containsExactly(UUID.fromString(id));
        assertThat(records.get(2).patientIds()).containsExactly(UUID.fromString(id));
        assertThat(records.get(3).patientIds()).containsExactlyInAnyOrder(UUID.fromString(id), UUID.fromString(other));
        assertThat(records.get(4).patientIds()).isNull();
    }

    @Test
    void aCallAboutMoreThanAThousandPatientsHasSeveralRecords() {
        as(token()).get(NOTES + "/of-many?patients=1000");
        as(token()).get(NOTES + "/of-many?patients=1001");

        assertThat(records(3)).extracting(record -> record.patientIds().size()).containsExactly(1_000, 1_000, 1);
    }

    @Test
    void noRecordHasWhatWasSent() {
        write(NOTE).post(NOTES);
        as(token()).get(NOTES + "?cursor=" + SENT);
        records(2)
                .forEach(record -> assertThat(new String(EventJson.write(record), StandardCharsets.UTF_8))
                        .doesNotContain(SENT));
    }

    private RequestSpecification write(String body) {
        return as(token())
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(body);
    }

    private String token() {
        return TestTokens.of(organization, "front-desk");
    }

    /** What was recorded of this test's organization; waits for the number expected and fails when there is more. */
    private List<AuditRecorded> records(int expected) {
        try (var events = TestEvents.open()) {
            var records = Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(
                            () -> events.records("audit-recorded").stream()
                                    .filter(message ->
                                            organization.toString().equals(TestEvents.text(message, "ce_organization")))
                                    .map(message -> EventJson.read(message.value(), AuditRecorded.class))
                                    .sorted(Comparator.comparing(AuditRecorded::at))
                                    .toList(),
                            found -> found.size() >= expected);
            assertThat(records).hasSize(expected);
            return records;
        }
    }
}
