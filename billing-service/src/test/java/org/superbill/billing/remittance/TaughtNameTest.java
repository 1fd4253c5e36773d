package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.events.CoverageChanged;
import org.superbill.servicekit.testing.TestEvents;

/** Whoever accepts a payment under an unknown name may teach that the payer remits so, and take it back. */
@QuarkusTest
@BillingStack
class TaughtNameTest {
    private TestEvents events;
    private Practice practice;
    private Facts facts;
    private String waiting;

    @BeforeEach
    void aPaymentUnderAnUnknownNameWaits() {
        events = TestEvents.open();
        practice = new Practice(events);
        facts = practice.facts();
        var first = practice.receives(payment(practice.receivesClaim(facts)));
        assertThat(first.getString("outcomes[0].result")).isEqualTo("waiting");
        waiting = first.getString("outcomes[0].id");
    }

    @AfterEach
    void close() {
        assertThat(practice.booksAreCoherent()).isTrue();
        events.close();
    }

    private String payment(String claimId) {
        practice.sends(claimId);
        var number = practice.claim(claimId).getString("claimNumber");
        return PayerFiles.remittance("T" + number)
                .claim(number, "1", "175", "175", "0", "PCN1")
                .patient()
                .line("99213", "150", "150", number + "L1")
                .line("87070", "25", "25", number + "L2")
                .text()
                .replace("N1*PR*KEY INSURANCE", "N1*PR*KEY HOLDINGS, INC.");
    }

    /** Another encounter of a patient of the same payer. */
    private String nextOutcome() {
        var other = practice.facts();
        other.payer = facts.payer;
        var coverage = other.coverage;
        other.coverage = new CoverageChanged(
                coverage.coverageId(),
                coverage.patientId(),
                facts.payer.payerId(),
                coverage.memberId(),
                coverage.groupNumber(),
                coverage.groupName(),
                coverage.sequence(),
                coverage.relationshipToSubscriber(),
                coverage.subscriber(),
                coverage.effectiveFrom(),
                coverage.effectiveTo());
        return practice.receives(payment(practice.receivesClaim(other))).getString("outcomes[0].result");
    }

    private Response says(String path, String etag, String body) {
        return practice.request("poster")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", etag)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/remittances/" + path);
    }

    private Response accepts(String more) {
        var etag =
                practice.request("poster").get("/api/v1/remittances/" + waiting).header("ETag");
        return says(waiting + "/accept", etag, "{\"reason\":\"Its parent company pays\"%s}".formatted(more));
    }

    @Test
    void theNextPaymentUnderTheNameIsPostedByItself() {
        assertThat(accepts(",\"payerId\":\"%s\",\"rememberName\":true".formatted(facts.payer.payerId()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(nextOutcome()).isEqualTo("posted");

        var name = practice.get("/api/v1/remittances/names");
        assertThat(name.getString("items[0].name")).isEqualTo("KEY HOLDINGS, INC.");
        assertThat(name.getString("items[0].payerId"))
                .isEqualTo(facts.payer.payerId().toString());
        assertThat(name.getString("items[0].remittanceId")).isEqualTo(waiting);
        assertThat(name.getString("items[0].reason")).isEqualTo("Its parent company pays");
        assertThat(name.getString("items[0].taughtBy")).isNotBlank();

        var withdraw = "names/%s/withdraw".formatted(name.getString("items[0].id"));
        var why = "{\"reason\":\"It pays for others, too\"}";
        assertThat(says(withdraw, "\"1\"", why).statusCode()).isEqualTo(412);
        assertThat(says(withdraw, "\"0\"", why).jsonPath().getString("withdrawnBecause"))
                .isEqualTo("It pays for others, too");
        assertThat(says(withdraw, "\"1\"", why).statusCode()).isEqualTo(409);
        assertThat(nextOutcome()).isEqualTo("waiting");
    }

    @Test
    void nothingIsTaughtThatNobodyHasAskedFor() {
        assertThat(accepts(",\"payerId\":\"%s\"".formatted(facts.payer.payerId()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(practice.get("/api/v1/remittances/names").getList("items")).isEmpty();
        assertThat(nextOutcome()).isEqualTo("waiting");
    }

    @Test
    void withoutAPayerThereIsNobodyWhoseNameItIs() {
        var answer = accepts(",\"rememberName\":true");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo("/payerId");
        assertThat(practice.get("/api/v1/remittances/" + waiting).getString("state"))
                .isEqualTo("waiting");
    }
}
