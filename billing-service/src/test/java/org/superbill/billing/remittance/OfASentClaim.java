package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.events.PatientChanged;
import org.superbill.servicekit.testing.TestEvents;

/** What is remitted is remitted for a claim that was sent; whatever becomes of it, the books stay coherent. */
abstract class OfASentClaim {
    TestEvents events;
    Practice practice;
    String claimId;
    String number;

    @BeforeEach
    void aClaimWasSent() {
        events = TestEvents.open();
        practice = new Practice(events);
        claimId = practice.receivesClaim(practice.facts());
        practice.sends(claimId);
        number = practice.claim(claimId).getString("claimNumber");
    }

    /** Of a patient whose claim is sent later than {@link #paymentOfLater} comes. */
    final Facts factsOfLater() {
        var facts = practice.facts().memberId("LATER1");
        facts.patient = new PatientChanged(
                facts.patient.patientId(),
                "LENA",
                null,
                "LATER",
                facts.patient.birthDate(),
                facts.patient.sex(),
                facts.patient.address(),
                null);
        return facts;
    }

    /** Under a number that is none of ours; the patient, the lines and the charge tell whose it is. */
    static String paymentOfLater(String trace) {
        return PayerFiles.remittance(trace)
                .claim("SPOILED", "1", "175", "175", "0", "PCN7")
                .with("NM1*QC*1*LATER*LENA****MI*LATER1")
                .line("99213", "150", "150", "")
                .line("87070", "25", "25", "")
                .text();
    }

    @AfterEach
    void theBooksAreCoherent() {
        assertThat(practice.booksAreCoherent()).isTrue();
        assertThat(practice.get("/api/v1/ledger/verification").getList("checks.findAll { !it.holds }"))
                .isEmpty();
        events.close();
    }
}
