package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.events.EncounterVoided;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.FixedDay;

/**
 * A payer that takes neither corrections nor voids, as Medicare Part B, has paid 100.00 of 175.00; 45.00 were of its contract and 30.00 the next
 * payer's, which takes both. Wherever that one's claim is when the encounter is voided, the first payer's money goes back to it.
 */
@QuarkusTest
@BillingStack
class VoidedAfterTheNextPayerTest {
    private TestEvents events;
    private Practice practice;
    private Facts facts;
    private String claimId;
    private String number;

    @BeforeEach
    void theFirstPayerHasPaid() {
        events = TestEvents.open();
        practice = new Practice(events);
        facts = practice.facts().nextPayer().acceptsCorrectedClaims(false);
        claimId = practice.receivesClaim(facts);
        practice.sends(claimId);
        number = practice.claim(claimId).getString("claimNumber");
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "1", "175", "100", "30", "PCN1")
                .patient()
                .line("99213", "150", "80", number + "L1", "CO*45*40", "PR*2*30")
                .line("87070", "25", "20", number + "L2", "CO*45*5")
                .text());
        practice.acts(claimId, "bill-next-payer", "{}", 200);
    }

    @AfterEach
    void close() {
        assertThat(practice.get("/api/v1/ledger/verification").getList("checks.findAll { !it.holds }"))
                .isEmpty();
        events.close();
    }

    private void theNextPayerHasIt() {
        practice.sends(claimId);
        decides("2", "");
        assertThat(practice.account("insurance-receivable")).isZero();
    }

    private void decides(String status, String sign) {
        var second = practice.claim(claimId)
                .getList("versions.claimNumber", String.class)
                .get(1);
        practice.receives(PayerFiles.remittance("T" + status + second)
                .claim(second, status, sign + "175", sign + "30", "0", "LCN1")
                .patient()
                .line("99213", sign + "150", sign + "30", second + "L1", "OA*23*" + sign + "120")
                .line("87070", sign + "25", "0", second + "L2", "OA*23*" + sign + "25")
                .text()
                .replace("N1*PR*KEY INSURANCE", "N1*PR*LOCK INSURANCE"));
    }

    private void isVoided() {
        events.publish(practice.organization, new EncounterVoided(facts.encounter.encounterId(), "wrong patient"));
        await().atMost(Duration.ofSeconds(120))
                .until(() -> practice.claim(claimId).getBoolean("voided"));
    }

    private void sendsTheVoid() {
        assertThat(practice.sends(claimId)).contains(":B:8*", "REF*F8*LCN1~");
        practice.receives(
                PayerFiles.claimAcknowledgment(practice.claim(claimId).getString("claimNumber"), "A2:20", "LCN1"));
    }

    /** What the payers have paid is their credit, and nothing else is there. */
    private void assertCredits(long first, long next) {
        assertThat(practice.claim(claimId)
                        .getLong("money.payers.find { it.payerId == '%s' }.balanceCents"
                                .formatted(facts.payer.payerId())))
                .isEqualTo(-first);
        assertThat(List.of(
                        practice.account("insurance-receivable"),
                        practice.account("patient-receivable"),
                        practice.account("contractual-adjustment"),
                        practice.account("patient-service-revenue")))
                .isEqualTo(List.of(-first - next, 0L, 0L, 0L));
    }

    private int refunds(long cents) {
        return practice.posts("poster", "/api/v1/refunds", """
                        {"claimId":"%s","to":"payer","payerId":"%s","amountCents":%d,"reason":"Another patient's","requestedOn":"2026-04-01"}""".formatted(claimId, facts.payer.payerId(), cents))
                .statusCode();
    }

    /** To the cent and within sixty days, and then nothing is left to do. */
    private void theFirstPayersMoneyGoesBack() {
        assertCredits(100_00, 0);
        var due = FixedDay.DATE.plusDays(60).toString();
        var claim = practice.claim(claimId);
        assertThat(claim.getList("nextAllowed.actions")).isEqualTo(List.of("refund", "reopen"));
        assertThat(claim.getString("owner.role")).isEqualTo("biller");
        assertThat(claim.getString("owner.due")).isEqualTo(due);
        assertThat(practice.get("/api/v1/deadlines?kind=credit-balance&state=open&subjectId=" + claimId)
                        .getString("items[0].dueOn"))
                .isEqualTo(due);
        assertThat(refunds(100_01)).isEqualTo(422);
        assertThat(refunds(100_00)).isEqualTo(201);
        var path = "/api/v1/refunds/"
                + practice.get("/api/v1/refunds?claimId=" + claimId).getString("items[0].id");
        practice.request("billing-manager")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", practice.request("poster").get(path).header("ETag"))
                .contentType("application/json")
                .body("{\"reason\":\"Another patient's\"}")
                .post(path + "/approve")
                .then()
                .statusCode(200);
        assertThat(practice.account("insurance-receivable")).isZero();
        claim = practice.claim(claimId);
        assertThat(claim.getString("owner.role")).isEqualTo("nobody");
        assertThat(claim.getList("nextAllowed.actions")).isEmpty();
    }

    @Test
    void whileTheNextPayersClaimIsPrepared() {
        isVoided();
        theFirstPayersMoneyGoesBack();
    }

    @Test
    void afterTheNextPayersClaimWasTakenBack() {
        theNextPayerHasIt();
        practice.acts(claimId, "void", "{\"reason\":\"no coverage\"}", 200);
        sendsTheVoid();
        decides("22", "-");
        isVoided();
        theFirstPayersMoneyGoesBack();
    }

    @Test
    void afterTheNextPayerHasPaidWhoseMoneyAVoidTakesBack() {
        theNextPayerHasIt();
        isVoided();
        var prepared = practice.claim(claimId);
        assertThat(prepared.getString("frequency")).isEqualTo("8");
        assertThat(prepared.getString("owner.due"))
                .isEqualTo(FixedDay.DATE.plusDays(3).toString()); // to submit it
        assertCredits(100_00, 30_00);
        sendsTheVoid();
        assertCredits(100_00, 30_00);
        decides("22", "-");
        theFirstPayersMoneyGoesBack();
    }

    @Test
    void whenTheNextPayerDecidesAfterIt() {
        practice.sends(claimId);
        isVoided();
        assertCredits(100_00, 0);
        decides("2", "");
        assertCredits(100_00, 30_00);
        assertThat(practice.claim(claimId).getString("frequency")).isEqualTo("8");
    }

    @Test
    void itMayReopenTheClaimItself() {
        isVoided();
        practice.acts(claimId, "reopen", "{\"reason\":\"wrong patient\"}", 200);
        assertThat(practice.claim(claimId).getString("owner.role")).isEqualTo("payer");
    }
}
