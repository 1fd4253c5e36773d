package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.superbill.billing.testing.Practice;
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

    @AfterEach
    void theBooksAreCoherent() {
        assertThat(practice.booksAreCoherent()).isTrue();
        assertThat(practice.get("/api/v1/ledger/verification").getList("checks.findAll { !it.holds }"))
                .isEmpty();
        events.close();
    }
}
