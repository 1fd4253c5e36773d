package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.testing.TestEvents;

/** A payer has paid 145.00 of 175.00, 30.00 were written off, and a void of the claim has reached it: all that it was charged is its credit until it takes its money back. */
@QuarkusTest
@BillingStack
class CreditOfAVoidTest {
    private TestEvents events;
    private Practice practice;
    private String claimId;
    private String number;

    @BeforeEach
    void aPaidClaimWasVoided() {
        events = TestEvents.open();
        practice = new Practice(events);
        claimId = practice.receivesClaim(practice.facts());
        practice.sends(claimId);
        number = practice.claim(claimId).getString("claimNumber");
        decides("", "1");
        owed(0, 0);
        practice.acts(claimId, "void", "{\"reason\":\"billed in error\"}", 200);
        practice.sends(claimId);
        practice.receives(
                PayerFiles.claimAcknowledgment(practice.claim(claimId).getString("claimNumber"), "A2:20", "PCN1"));
        owed(-175_00, 0);
    }

    @AfterEach
    void theBooksAreCoherent() {
        assertThat(practice.get("/api/v1/ledger/verification").getList("checks.findAll { !it.holds }"))
                .isEmpty();
        events.close();
    }

    private void decides(String sign, String status) {
        practice.receives(PayerFiles.remittance("T" + status + number)
                .claim(number, status, sign + "175", sign + "145", "0", "PCN1")
                .patient()
                .line("99213", sign + "150", sign + "120", number + "L1", "CO*45*" + sign + "30")
                .line("87070", sign + "25", sign + "25", number + "L2")
                .text());
    }

    private void owed(long insurance, long patient) {
        assertThat(practice.account("insurance-receivable")).isEqualTo(insurance);
        assertThat(practice.account("patient-receivable")).isEqualTo(patient);
    }

    private String creditClock() {
        return practice.get("/api/v1/deadlines?kind=credit-balance&subjectId=" + claimId)
                .getString("items[0].state");
    }

    @Test
    void itDoesNotPayThePatientsBill() {
        practice.acts(claimId, "correct", "{\"reason\":\"no coverage\"}", 200);
        practice.acts(claimId, "bill-patient", "{\"reason\":\"no coverage\"}", 200);
        owed(-175_00, 175_00);
        assertThat(creditClock()).isEqualTo("open");
        decides("-", "22");
        owed(0, 175_00);
        assertThat(creditClock()).isEqualTo("met");
    }

    @Test
    void whereTheCoverageIsFoundAfterAllItIsThePayersCreditStill() {
        practice.acts(claimId, "correct", "{\"reason\":\"no coverage\"}", 200);
        practice.acts(claimId, "bill-patient", "{\"reason\":\"no coverage\"}", 200);
        practice.acts(claimId, "bill-payer", "{\"reason\":\"there was one\"}", 200);
        owed(-175_00, 0);
    }

    @Test
    void itsClockEndsWhenThePayerTakesItsMoneyBack() {
        assertThat(creditClock()).isEqualTo("open");
        decides("-", "22");
        owed(0, 0);
        assertThat(creditClock()).isEqualTo("met");
    }

    private int refunds(long cents) {
        return practice.posts("poster", "/api/v1/refunds", """
                {"claimId":"%s","to":"payer","amountCents":%d,"reason":"Billed in error","requestedOn":"2026-04-01"}""".formatted(claimId, cents))
                .statusCode();
    }

    @Test
    void nothingButWhatThePayerHasPaidIsSentBack() {
        assertThat(refunds(145_01)).isEqualTo(422);
        assertThat(refunds(145_00)).isEqualTo(201);
    }
}
