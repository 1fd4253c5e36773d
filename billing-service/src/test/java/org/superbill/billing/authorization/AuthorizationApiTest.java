package org.superbill.billing.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.AgreedTerms;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Details;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.events.EncounterVoided;
import org.superbill.events.PayerChanged;
import org.superbill.servicekit.testing.SecondThread;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.LocalPostgres;

/** Authorizations at the API, and what claims take of them and give back. */
@QuarkusTest
@BillingStack
class AuthorizationApiTest {
    LocalPostgres postgres;

    private TestEvents events;
    private Practice practice;
    private Facts facts;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
        facts = practice.facts()
                .terms(new AgreedTerms().authorizes(new PayerChanged.AuthorizationFor(List.of("97110"), null, null)))
                .lines(Details.with(Facts.line(1, "97110", 80_00), "GP"));
        practice.registers(facts);
    }

    @AfterEach
    void close() {
        events.close();
    }

    private String body(String number, String units) {
        return """
                {"number":"%s","payerId":"%s","patientId":"%s","effectiveFrom":"2026-03-01","effectiveTo":"2026-03-31",
                 "services":[{"procedures":["97110"],"units":%s}]}""".formatted(number, facts.payer.payerId(), facts.patient.patientId(), units);
    }

    private Response post(String role, String key, String body) {
        return practice.request(role)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/authorizations");
    }

    private Response post(String role, String body) {
        return post(role, UUID.randomUUID().toString(), body);
    }

    private String enters(String number, String units) {
        return post("front-desk", body(number, units))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private int remaining(String id) {
        return practice.get("/api/v1/authorizations/" + id).getInt("services[0].remainingUnits");
    }

    @Test
    void aClaimTakesUnitsWhenItLeavesAndGivesThemBackWhenItIsVoid() {
        var id = enters("A-100", "2");
        var claim = practice.receivesClaim(facts);
        assertThat(practice.claim(claim).getList("findings")).isEmpty();
        assertThat(remaining(id)).isEqualTo(2);
        assertThat(practice.sends(claim)).contains("REF*G1*A-100~");
        assertThat(remaining(id)).isEqualTo(1);
        events.publish(practice.organization, new EncounterVoided(facts.encounter.encounterId(), "entered in error"));
        practice.awaits(claim, "voided", "true");
        assertThat(remaining(id)).isEqualTo(2);
    }

    /** It bills the second line, which the next coding leaves out; its payer takes neither corrections nor voids. */
    @Test
    void aPartThatIsFilledAgainTakesItsUnitsAgain() {
        var visit = Facts.line(1, "99213", 150_00);
        var therapy = Details.with(Facts.line(2, "97110", 80_00), "GP");
        facts = practice.facts()
                .acceptsCorrectedClaims(false)
                .terms(new AgreedTerms()
                        .mostLines(1)
                        .authorizes(new PayerChanged.AuthorizationFor(List.of("97110"), null, null)))
                .lines(visit, therapy);
        practice.registers(facts);
        var id = enters("A-109", "2");
        events.publish(practice.organization, facts.encounter);
        var ids = "/api/v1/claims?encounterId=" + facts.encounter.encounterId();
        await().atMost(Duration.ofSeconds(120))
                .until(() -> practice.get(ids).getList("items.id").size() == 2);
        var part = practice.get(ids).getString("items[1].id");
        practice.sends(part);
        var number = practice.claim(part).getString("claimNumber");
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "1", "80", "80", "0", "PCN1")
                .patient()
                .line("97110", "80", "80", number + "L2")
                .text());
        assertThat(remaining(id)).isEqualTo(1);
        events.publish(practice.organization, facts.codingVersion(2).lines(visit).encounter);
        practice.awaits(part, "voided", "true");
        assertThat(remaining(id)).isEqualTo(2);
        events.publish(practice.organization, facts.codingVersion(3).lines(visit, therapy).encounter);
        practice.awaits(part, "voided", "false");
        assertThat(remaining(id)).isEqualTo(1);
    }

    @Test
    void whatOnePayerHasAuthorizedStaysUsedWhenTheNextIsBilled() {
        var id = enters("A-102", "2");
        var claim = practice.receivesClaim(facts.nextPayer());
        practice.sends(claim);
        assertThat(remaining(id)).isEqualTo(1);
        var number = practice.claim(claim).getString("claimNumber");
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "1", "80", "60", "20", "PCN1")
                .patient()
                .line("97110", "80", "60", number + "L1", "PR*2*20")
                .text());
        var ofTheNext = post(
                        "biller",
                        body("B-102", "2")
                                .replace(
                                        facts.payer.payerId().toString(),
                                        String.valueOf(Objects.requireNonNull(facts.nextPayer)
                                                .payerId())))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        practice.acts(claim, "bill-next-payer", "{}", 200);
        assertThat(practice.sends(claim)).contains("REF*G1*B-102~");
        assertThat(remaining(id)).isEqualTo(1);
        assertThat(remaining(ofTheNext)).isEqualTo(1);
    }

    @Test
    void aClaimThatIsBilledToThePatientAfterItsRejectionGivesItsUnitsBack() {
        var id = enters("A-108", "2");
        var claim = practice.receivesClaim(facts);
        practice.sends(claim);
        practice.receives(
                PayerFiles.claimAcknowledgment(practice.claim(claim).getString("claimNumber"), "A7:164:IL", ""));
        assertThat(remaining(id)).isEqualTo(1);
        practice.acts(claim, "bill-patient", "{\"reason\":\"no coverage\"}", 200);
        assertThat(remaining(id)).isEqualTo(2);
        assertThat(practice.get("/api/v1/deadlines?kind=timely-filing&subjectId=" + claim)
                        .getList("items.state"))
                .doesNotContain("open");
    }

    @Test
    void aClaimWithoutOneIsNotSentAndSaysWhatDoesNotMatch() {
        var claim = practice.receivesClaim(facts);
        assertThat(practice.claim(claim).getString("findings[0].message"))
                .isEqualTo("Line 1 needs an authorization: none of this payer is on file for the patient");
        enters("A-101", "1");
        practice.submits(claim);
        practice.awaits(claim, "transport", "sent");
    }

    @Test
    void isEnteredOnceChangedByItsTagAndNeverBelowWhatIsUsed() {
        var key = UUID.randomUUID().toString();
        var id = post("biller", key, body("A-103", "3"))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        assertThat(post("biller", key, body("A-103", "3")).<String>path("id")).isEqualTo(id);
        assertThat(post("biller", body("A-103", "3")).statusCode()).isEqualTo(409);
        practice.sends(practice.receivesClaim(facts));
        assertThat(put(id, 7, body("A-103", "3")).statusCode()).isEqualTo(412);
        assertThat(put(id, 0, body("A-103", "0.5")).statusCode()).isEqualTo(409);
        assertThat(put(id, 0, body("A-103", "1")).statusCode()).isEqualTo(200);
        assertThat(remaining(id)).isZero();
    }

    /** Both have asked before either has taken anything: the second is told what the first has taken. */
    @Test
    void whatIsLeftIsTakenOnceThoughTwoAskForItAtTheSameMoment() throws SQLException {
        var id = enters("A-109", "1");
        var one = practice.receivesClaim(facts);
        var other = practice.receivesClaim(
                practice.another(facts, facts.encounter.lines().get(0)));
        var submitted = new ArrayList<CompletableFuture<JsonPath>>();
        try (var holding = postgres.connect("billing", "billing_owner");
                var statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute("select from prior_authorization where id = '%s' for update".formatted(id));
            for (var claim : List.of(one, other)) {
                submitted.add(CompletableFuture.supplyAsync(() -> practice.submits(claim), SecondThread.OWN));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> waiting(statement) >= 2);
            holding.rollback();
        }
        assertThat(submitted)
                .extracting(claim -> claim.join().getString("transport"))
                .containsExactlyInAnyOrder("queued", "edits-failed");
        assertThat(remaining(id)).isZero();
    }

    private static int waiting(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("select count(distinct pid) from pg_locks where not granted")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private Response put(String id, int revision, String body) {
        return practice.request("biller")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", '"' + String.valueOf(revision) + '"')
                .contentType("application/json")
                .body(body)
                .put("/api/v1/authorizations/" + id);
    }

    @Test
    void othersAreKeptOutAndWrongFieldsAreNamed() {
        var id = enters("A-104", "1");
        var stranger = new Practice(events).request("biller");
        assertThat(stranger.get("/api/v1/authorizations/" + id).statusCode()).isEqualTo(404);
        assertThat(post("coder", body("A-105", "1")).statusCode()).isEqualTo(403);
        var wrong = post("biller", body("A-106", "1").replace("97110", "9711"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.<String>path("errors[0].pointer")).isEqualTo("/services/0/procedures/0");
        assertThat(post("biller", body("A-107", "1").replace("number", "nummer"))
                        .statusCode())
                .isEqualTo(400);
    }
}
