package org.superbill.billing.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.AgreedTerms;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.FakePayer;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.events.CoverageChanged;
import org.superbill.servicekit.clock.Clocks;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.FixedDay;

/** Claims leave by payer and schedule, or at once, and clean ones by themselves where the organization says so. */
@QuarkusTest
@BillingStack
class ScheduleTest {
    private static final String AT_ONCE = "{\"submitsCleanClaims\":%s,\"sendAt\":[],\"sendOn\":[]}";

    @Inject
    Clocks clocks;

    private TestEvents events;
    private Practice practice;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
    }

    @AfterEach
    void close() {
        clocks.moveTo(FixedDay.now());
        events.close();
    }

    private Response puts(String role, UUID payer, String body, String etag) {
        var request = practice.request(role)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body);
        return (etag == null ? request : request.header("If-Match", etag)).put("/api/v1/submission-schedules/" + payer);
    }

    @Test
    void whoIsAskedAgainIsAskedAFirstTime() {
        var facts = practice.facts();
        practice.registers(facts);
        practice.awaitsKnown(facts);
        var body = "{\"submitsCleanClaims\":false,\"sendAt\":[],\"sendOn\":[],%s\"inquireEveryDays\":15}";
        var refused = puts("biller", facts.payer.payerId(), body.formatted(""), null);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo("/inquireAfterDays");
        puts("biller", facts.payer.payerId(), body.formatted("\"inquireAfterDays\":30,"), null)
                .then()
                .statusCode(200);
    }

    @Test
    void whatIsQueuedWaitsForItsTimeAndGoesInOneFile() {
        var facts = practice.facts();
        var other = practice.facts();
        other.payer = facts.payer;
        other.inEffect("2026-01-01", null);
        other.coverage = new CoverageChanged(
                other.coverage.coverageId(),
                other.patient.patientId(),
                facts.payer.payerId(),
                "W987654321",
                null,
                null,
                1,
                other.coverage.relationshipToSubscriber(),
                null,
                other.coverage.effectiveFrom(),
                null);
        var one = practice.receivesClaim(facts);
        var two = practice.receivesClaim(other);
        var soon = FixedDay.now().plus(Duration.ofMinutes(90));
        var local = soon.atZone(ZoneId.of("America/New_York"));
        puts(
                        "biller",
                        facts.payer.payerId(),
                        "{\"submitsCleanClaims\":false,\"sendAt\":[\"%02d:%02d\"],\"sendOn\":[]}"
                                .formatted(local.getHour(), local.getMinute()),
                        null)
                .then()
                .statusCode(200);
        practice.submits(one);
        practice.submits(two);
        var atOnce = practice.receivesClaim(practice.facts());
        practice.submits(atOnce);
        practice.awaits(atOnce, "transport", "sent"); // the others were looked at by then
        assertThat(practice.claim(one).getString("transport")).isEqualTo("queued");
        assertThat(practice.claim(two).getString("transport")).isEqualTo("queued");
        assertThat(FakePayer.received(practice.organization)).hasSize(1);
        clocks.moveTo(soon.plusSeconds(60));
        practice.awaits(one, "transport", "sent");
        practice.awaits(two, "transport", "sent");
        assertThat(FakePayer.received(practice.organization)).hasSize(2);
        assertThat(PayerFiles.segments(FakePayer.received(practice.organization).get(1)).stream()
                        .filter(segment -> segment.startsWith("CLM*")))
                .hasSize(2);
    }

    @Test
    void aPersonSendsWithoutWaiting() {
        var facts = practice.facts();
        var claimId = practice.receivesClaim(facts);
        puts(
                        "biller",
                        facts.payer.payerId(),
                        "{\"submitsCleanClaims\":false,\"sendAt\":[\"03:00\"],\"sendOn\":[\"SUNDAY\"]}",
                        null)
                .then()
                .statusCode(200);
        practice.submits(claimId);
        practice.request("biller")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .post("/api/v1/submission-schedules/%s/send-now".formatted(facts.payer.payerId()))
                .then()
                .statusCode(202);
        practice.awaits(claimId, "transport", "sent");
    }

    @Test
    void whatWaitsLeavesByWhatIsAgreedWithThePayerNow() {
        var facts = practice.facts();
        var claimId = practice.receivesClaim(facts);
        var stopped = practice.receivesClaim(practice.facts());
        var payer = facts.payer.payerId();
        puts("biller", payer, "{\"submitsCleanClaims\":false,\"sendAt\":[\"03:00\"],\"sendOn\":[\"SUNDAY\"]}", null)
                .then()
                .statusCode(200);
        practice.submits(claimId);
        events.publish(practice.organization, facts.terms(new AgreedTerms().professionalForm("none")).payer);
        practice.awaits(claimId, "transport", "edits-failed");
        assertThat(practice.claim(claimId).getString("findings[0].rule")).isEqualTo("payer-takes-claim");
        assertThat(practice.claim(stopped).getString("transport")).isEqualTo("ready");
        events.publish(practice.organization, facts.terms(new AgreedTerms()).payer);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> practice.submits(claimId).getString("transport").equals("queued"));
    }

    @Test
    void aReplacementWaitsForItsBillerThoughItsCodingIsAmended() {
        var facts = practice.facts();
        practice.registers(facts);
        puts("biller", facts.payer.payerId(), AT_ONCE.formatted(true), null)
                .then()
                .statusCode(200);
        events.publish(practice.organization, facts.encounter);
        var claimId = practice.claimOf(facts);
        var number = practice.awaits(claimId, "transport", "sent").getString("claimNumber");
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "1", "175", "175", "0", "PCN1")
                .patient()
                .line("99213", "150", "150", number + "L1")
                .line("87070", "25", "25", number + "L2")
                .text());
        practice.acts(claimId, "correct", "{\"reason\":\"wrong units\"}", 200);
        events.publish(practice.organization, facts.diagnoses("J020").codingVersion(2).encounter);
        var amended = practice.awaits(claimId, "codingVersion", "2");
        assertThat(amended.getString("frequency")).isEqualTo("7");
        assertThat(amended.getString("transport")).isEqualTo("ready");
    }

    @Test
    void cleanClaimsGoByThemselvesAndOthersStayWithTheBiller() {
        var facts = practice.facts();
        practice.registers(facts);
        puts("biller", facts.payer.payerId(), AT_ONCE.formatted(true), null)
                .then()
                .statusCode(200);
        events.publish(practice.organization, facts.encounter);
        var clean = practice.claimOf(facts);
        practice.awaits(clean, "transport", "sent");
        var faulty = practice.facts().memberId("");
        practice.registers(faulty);
        puts("biller", faulty.payer.payerId(), AT_ONCE.formatted(true), null)
                .then()
                .statusCode(200);
        var kept = practice.receivesClaim(faulty);
        assertThat(practice.claim(kept).getString("transport")).isEqualTo("edits-failed");
    }

    @Test
    void aScheduleIsEnteredOnceAndChangedWithIfMatch() {
        var facts = practice.facts();
        practice.registers(facts);
        var payer = facts.payer.payerId();
        puts("front-desk", payer, AT_ONCE.formatted(true), null).then().statusCode(403);
        puts("biller", payer, "{\"submitsCleanClaims\":true,\"sendAt\":[\"25:00\"],\"sendOn\":[]}", null)
                .then()
                .statusCode(400);
        puts("biller", payer, "{\"submitsCleanClaims\":true,\"sendAt\":[],\"sendOn\":[],\"x\":1}", null)
                .then()
                .statusCode(400);
        puts("biller", payer, AT_ONCE.formatted(true), null).then().statusCode(200);
        puts("biller", payer, AT_ONCE.formatted(false), null).then().statusCode(428);
        puts("biller", payer, AT_ONCE.formatted(false), "\"7\"").then().statusCode(412);
        puts("biller", payer, AT_ONCE.formatted(false), "\"0\"").then().statusCode(200);
        assertThat(practice.get("/api/v1/submission-schedules/" + payer).getBoolean("submitsCleanClaims"))
                .isFalse();
        new Practice(events)
                .request("biller")
                .get("/api/v1/submission-schedules/" + payer)
                .then()
                .statusCode(404);
    }
}
