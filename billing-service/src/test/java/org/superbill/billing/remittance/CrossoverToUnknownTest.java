package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.events.PayerChanged;

/** A payer passes a claim on to one that the encounter does not name: its part is neither the patient's nor the first payer's. */
@QuarkusTest
@BillingStack
class CrossoverToUnknownTest extends OfASentClaim {
    private void passedOn() {
        practice.receives(PayerFiles.remittance("F" + number)
                .claim(number, "19", "175", "120", "30", "PCN1")
                .patient()
                .line("99213", "150", "120", number + "L1", "PR*2*30")
                .line("87070", "25", "0", number + "L2", "CO*50*25")
                .text());
    }

    /** Known to the practice, and not of the encounter. */
    private PayerChanged lock() {
        var lock = Objects.requireNonNull(practice.facts().nextPayer().nextPayer);
        events.publish(practice.organization, lock);
        return lock;
    }

    private String waiting(String claimNumber) {
        var payment = PayerFiles.remittance("S" + number)
                .claim(claimNumber, "2", "175", "30", "0", "MEDIGAP1")
                .patient()
                .line("99213", "150", "30", number + "L1", "OA*23*120")
                .line("87070", "25", "0", number + "L2", "OA*23*25")
                .text()
                .replace("N1*PR*KEY INSURANCE", "N1*PR*LOCK INSURANCE");
        return practice.receives(payment).getString("outcomes[0].id");
    }

    private Response says(String remittanceId, String action, String body) {
        return practice.request("poster")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header(
                        "If-Match",
                        practice.request("poster")
                                .get("/api/v1/remittances/" + remittanceId)
                                .header("ETag"))
                .contentType("application/json")
                .body(body)
                .post("/api/v1/remittances/" + remittanceId + "/" + action);
    }

    private void saysOf(PayerChanged payer, String remittanceId, String action, String more) {
        var body = "{\"reason\":\"Medicare names it\",\"payerId\":\"%s\"%s}".formatted(payer.payerId(), more);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> says(remittanceId, action, body).statusCode(), status -> status == 200);
    }

    private void assertPaidByBoth() {
        assertThat(practice.account("cash")).isEqualTo(150_00);
        assertThat(practice.account("insurance-receivable")).isEqualTo(25_00); // refused by the first
        assertThat(practice.account("patient-receivable")).isZero();
        assertThat(practice.get("/api/v1/credit-balances").getList("items")).isEmpty();
        assertThat(practice.get("/api/v1/denials?claimId=" + claimId).getList("items.state"))
                .containsExactly("open");
    }

    @Test
    void whoeverAcceptsThePaymentSaysWhoseItIs() {
        passedOn();
        assertThat(practice.account("patient-receivable")).isZero();
        var id = waiting(number);
        assertThat(practice.get("/api/v1/remittances/" + id).getString("state")).isEqualTo("waiting");
        saysOf(lock(), id, "accept", "");
        assertPaidByBoth();
    }

    @Test
    void whoeverMatchesThePaymentSaysWhoseItIs() {
        passedOn();
        var id = waiting("THEIRS1");
        assertThat(practice.account("unapplied-cash")).isEqualTo(-30_00);
        saysOf(lock(), id, "claims/1/match", ",\"claimId\":\"%s\"".formatted(claimId));
        assertPaidByBoth();
    }

    @Test
    void aPayerThatNobodyKnowsIsRefused() {
        passedOn();
        var answer = says(
                waiting(number),
                "accept",
                "{\"reason\":\"Medicare names it\",\"payerId\":\"%s\"}".formatted(UUID.randomUUID()));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo("/payerId");
        assertThat(practice.account("cash")).isEqualTo(120_00);
    }

    private int toPatient(long cents) {
        return practice.request("biller")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("""
                        {"kind":"insurance-to-patient","reason":"no-coverage","claimId":"%s","amountCents":%d}""".formatted(claimId, cents))
                .post("/api/v1/ledger/adjustments")
                .statusCode();
    }

    @Test
    void whereNobodyInsuresThePatientFurtherAPersonMakesItTheirs() {
        passedOn();
        assertThat(toPatient(30_01)).isEqualTo(422);
        assertThat(toPatient(30_00)).isEqualTo(201);
        assertThat(practice.account("patient-receivable")).isEqualTo(30_00);
        assertThat(toPatient(1)).isEqualTo(422); // what is refused is not the patient's
    }
}
