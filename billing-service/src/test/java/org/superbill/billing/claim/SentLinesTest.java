package org.superbill.billing.claim;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.edits.SameDayHistory;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Details;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.events.EncounterCoded;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.servicekit.testing.TestTokens;

/** What was sent before counts in the edits of a later claim of the same patient. */
@QuarkusTest
@BillingStack
class SentLinesTest {
    private static final String PAIRS = """
            "column1","column2","deletion_date","modifier_indicator","rationale"
            "20610","99213",9999-12-31,0,"words"
            """;

    @Inject
    SentLines sent;

    @Inject
    Tenancy tenancy;

    private TestEvents events;
    private Practice practice;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
    }

    @AfterEach
    void close() {
        events.close();
    }

    private static EncounterCoded.Line line(String procedure, String on) {
        return new EncounterCoded.Line(
                1, procedure, List.of("LT"), BigDecimal.ONE, 100_00, LocalDate.parse(on), List.of(1));
    }

    private List<SameDayHistory.SentLine> before(Facts facts) {
        var found = new ArrayList<SameDayHistory.SentLine>();
        tenancy.as(practice.organization, () -> {
            found.addAll(sent.before(facts.build()).lines());
        });
        return found;
    }

    @Test
    void theLinesOfAClaimThatWasSentAreKnownToALaterOne() {
        var first = practice.facts().lines(line("20610", "2026-03-02"));
        var claim = practice.receivesClaim(first);
        var second = practice.another(first, line("99213", "2026-03-02"));
        assertThat(before(second)).isEmpty();
        practice.sends(claim);
        assertThat(before(second)).singleElement().satisfies(line -> {
            assertThat(line.claimId()).hasToString(claim);
            assertThat(line.claimNumber()).isEqualTo(practice.claim(claim).getString("claimNumber"));
            assertThat(line.procedureCode()).isEqualTo("20610");
            assertThat(line.modifiers()).containsExactly("LT");
            assertThat(line.units()).isEqualByComparingTo("1");
            assertThat(line.chargeCents()).isEqualTo(100_00);
            assertThat(line.practitionerId()).isEqualTo(first.encounter.practitionerId());
            assertThat(line.serviceDate()).isEqualTo("2026-03-02");
            assertThat(line.institutional()).isFalse();
        });
        assertThat(before(first)).as("a claim is not held against itself").isEmpty();
        assertThat(before(practice.another(first, line("99213", "2026-05-31")))).hasSize(1); // 90 days
        assertThat(before(practice.another(first, line("99213", "2026-06-01")))).isEmpty();
        assertThat(before(practice.another(first, line("99213", "2026-03-01")))).hasSize(1);
        assertThat(before(practice.another(first, line("99213", "2026-02-28")))).isEmpty();
        assertThat(before(practice.facts())).as("another patient").isEmpty();
    }

    private void waitsForPayer(Facts facts) {
        practice.request("biller")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"submitsCleanClaims\":false,\"sendAt\":[\"03:00\"],\"sendOn\":[\"SUNDAY\"]}")
                .put("/api/v1/submission-schedules/" + facts.payer.payerId())
                .then()
                .statusCode(200);
    }

    private void sendsNow(Facts facts) {
        practice.request("biller")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .post("/api/v1/submission-schedules/%s/send-now".formatted(facts.payer.payerId()))
                .then()
                .statusCode(202);
    }

    @Test
    void whatIsQueuedTogetherIsJudgedTogetherBeforeItsFileIsWritten() {
        var first = practice.facts().lines(line("20610", "2026-03-02"));
        var one = practice.receivesClaim(first);
        waitsForPayer(first);
        var again = practice.receivesClaim(practice.another(first, line("20610", "2026-03-02")));
        var otherDay = practice.receivesClaim(practice.another(first, line("20610", "2026-03-03")));
        practice.submits(one);
        assertThat(practice.submits(again).getString("transport")).isEqualTo("queued"); // nothing was sent yet
        practice.submits(otherDay);
        sendsNow(first);
        practice.awaits(one, "transport", "sent");
        practice.awaits(otherDay, "transport", "sent");
        var stopped = practice.awaits(again, "transport", "edits-failed");
        assertThat(stopped.getList("findings.rule")).containsExactly("sent-already");
        assertThat(stopped.getString("owner.role")).isEqualTo("biller");
        practice.acts(
                again,
                "pass-warning",
                "{\"rule\":\"sent-already\",\"pointer\":\"/encounter/lines\",\"reason\":\"seen twice that day\"}",
                200);
        assertThat(practice.submits(again).getString("transport")).isEqualTo("queued");
        sendsNow(first);
        practice.awaits(again, "transport", "sent");
    }

    @Test
    void theDaysThatALineSpansAreKnownToALaterOneAndSearched() {
        var first = practice.facts().lines(spanning("20610", "2026-03-02", "2026-03-05"));
        practice.sends(practice.receivesClaim(first));
        assertThat(before(practice.another(first, line("99213", "2026-03-04"))))
                .singleElement()
                .satisfies(line -> assertThat(line.through()).isEqualTo("2026-03-05"));
        assertThat(before(practice.another(first, spanning("99213", "2026-02-20", "2026-02-28"))))
                .isEmpty();
        assertThat(before(practice.another(first, spanning("99213", "2026-02-20", "2026-03-01"))))
                .hasSize(1);
    }

    private static EncounterCoded.Line spanning(String procedure, String on, String through) {
        return Details.line(
                line(procedure, on),
                Details.service(LocalDate.parse(through), null, null, null, null, null, null, null));
    }

    @Test
    void aClaimThatIsTakenBackCountsForNothingUnlessThePayerRejectsThat() {
        var first = practice.facts();
        var claim = practice.receivesClaim(first);
        practice.sends(claim);
        var second = practice.another(first, line("20610", "2026-03-02"));
        var number = practice.claim(claim).getString("claimNumber");
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "1", "175", "100", "20", "PCN1")
                .patient()
                .line("99213", "150", "85", number + "L1", "CO*45*45", "PR*2*20")
                .line("87070", "25", "15", number + "L2", "CO*45*10")
                .text());
        assertThat(before(second)).hasSize(2);
        practice.acts(claim, "void", "{\"reason\":\"billed in error\"}", 200);
        practice.sends(claim);
        assertThat(before(second)).isEmpty();
        practice.receives(
                PayerFiles.claimAcknowledgment(practice.claim(claim).getString("claimNumber"), "A7:164:IL", ""));
        assertThat(before(second)).hasSize(2);
    }

    @Test
    void aBatchIsAnsweredByEncounter() {
        var first = practice.facts();
        practice.sends(practice.receivesClaim(first));
        var second = practice.another(first, line("20610", "2026-03-02"));
        var third = practice.another(first, line("20610", "2026-03-01"));
        var claims = List.<ClaimFacts>of(
                first.build(), second.build(), third.build(), practice.facts().build());
        tenancy.as(practice.organization, () -> {
            var histories = sent.before(claims);
            assertThat(histories.keySet())
                    .containsExactlyInAnyOrder(second.encounter.encounterId(), third.encounter.encounterId());
            assertThat(histories.get(second.encounter.encounterId()).lines()).hasSize(2);
        });
    }

    @Test
    void anEditFindsWhatDeniesTheClaimInOneThatWasSent() {
        load();
        try {
            var first = practice.facts().lines(line("20610", "2026-03-02"));
            practice.sends(practice.receivesClaim(first));
            var second = practice.another(first, Facts.line(1, "99213", 150_00));
            events.publish(practice.organization, second.encounter);
            var claim = practice.claim(practice.claimOf(second));
            assertThat(claim.getString("transport")).isEqualTo("edits-failed");
            assertThat(claim.getString("findings.find { it.rule == 'ncci-pair' }.pointer"))
                    .isEqualTo("/encounter/lines/0/procedureCode");
            assertThat(claim.getString("findings.find { it.rule == 'ncci-pair' }.source"))
                    .contains("2024q3");
        } finally {
            step("rollback");
        }
    }

    private static void load() {
        given().auth()
                .oauth2(TestTokens.systemOfNone("code-release:load"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Disposition", "attachment; filename=\"practitioner_2024q3.csv\"")
                .contentType("application/octet-stream")
                .body(PAIRS.getBytes(UTF_8))
                .post("/api/v1/edit-tables")
                .then()
                .statusCode(201);
        step("activate");
    }

    private static void step(String verb) {
        given().auth()
                .oauth2(TestTokens.systemOfNone("code-release:load"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/edit-tables/ncci-practitioner/releases/2024q3/" + verb)
                .then()
                .statusCode(200);
    }
}
