package org.superbill.billing.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.testing.TestEvents;

/** A payer has paid 10.00 too much; whatever is done about it, the books stay coherent. */
abstract class OfAnOverpaidClaim {
    static final String WHY = "{\"reason\":\"Paid above the contract\"}";

    TestEvents events;
    Practice practice;
    String claimId;
    String number;

    @BeforeEach
    void aClaimWasPaidTooMuch() {
        events = TestEvents.open();
        practice = new Practice(events);
        claimId = practice.receivesClaim(practice.facts());
        practice.sends(claimId);
        number = practice.claim(claimId).getString("claimNumber");
        practice.receives(paid("185", "160", "10"));
        assertThat(practice.account("insurance-receivable")).isZero();
    }

    @AfterEach
    void theBooksAreCoherent() {
        assertThat(practice.booksAreCoherent()).isTrue();
        assertThat(practice.get("/api/v1/ledger/verification").getList("checks.findAll { !it.holds }"))
                .isEmpty();
        events.close();
    }

    String paid(String paid, String line, String above) {
        return remittance()
                .claim(number, "1", "175", paid, "0", "PCN1")
                .patient()
                .line("99213", "150", line, number + "L1", "CO*94*-" + above)
                .line("87070", "25", "25", number + "L2")
                .text();
    }

    static PayerFiles.Remittance remittance() {
        return PayerFiles.remittance("T" + UUID.randomUUID().toString().substring(0, 8));
    }

    String requested() {
        var answer = practice.posts("poster", "/api/v1/refunds", """
                {"claimId":"%s","to":"payer","amountCents":1000,"payerReference":"L-77","payerClaimNumber":"PCN1","reason":"Paid above the contract",
                "requestedOn":"2026-04-01","dueOn":"2026-05-01"}""".formatted(claimId));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.jsonPath().getString("state")).isEqualTo("requested");
        return answer.jsonPath().getString("id");
    }

    Response acts(String role, String refund, String action, String body) {
        return practice.request(role)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header(
                        "If-Match",
                        practice.request("poster")
                                .get("/api/v1/refunds/" + refund)
                                .header("ETag"))
                .contentType("application/json")
                .body(body)
                .post("/api/v1/refunds/" + refund + "/" + action);
    }

    void acted(String role, String refund, String action, String body) {
        assertThat(acts(role, refund, action, body).statusCode()).as(action).isEqualTo(200);
    }

    String running(String refund) {
        return practice.get("/api/v1/deadlines?kind=refund")
                .getString("items.find { it.subjectId == '%s' && it.closedAt == null }.dueOn".formatted(refund));
    }

    String creditDue(String claim, String state) {
        return practice.get("/api/v1/deadlines?kind=credit-balance&state=%s&subjectId=%s".formatted(state, claim))
                .getString("items[0].dueOn");
    }

    void overpaid() {
        practice.receives(remittance()
                .claim(number, "22", "-175", "-185", "0", "PCN1")
                .patient()
                .line("99213", "-150", "-160", number + "L1", "CO*94*10")
                .line("87070", "-25", "-25", number + "L2")
                .claim(number, "1", "175", "185", "0", "PCN1")
                .patient()
                .line("99213", "150", "160", number + "L1", "OA*23*-10")
                .line("87070", "25", "25", number + "L2")
                .text());
    }
}
