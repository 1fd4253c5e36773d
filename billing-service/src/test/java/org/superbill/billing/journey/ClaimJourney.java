package org.superbill.billing.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.testing.TestEvents;

/** A practice of its own for each test, whose books are coherent in the end. */
abstract class ClaimJourney {
    protected TestEvents events;
    protected Practice practice;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
    }

    @AfterEach
    void close() {
        assertThat(practice.booksAreCoherent()).isTrue();
        events.close();
    }

    protected final String number(String claimId) {
        return practice.claim(claimId).getString("claimNumber");
    }

    protected final String sent(Facts facts) {
        var claimId = practice.receivesClaim(facts);
        practice.sends(claimId);
        return claimId;
    }

    protected static PayerFiles.Remittance paid(String number) {
        return PayerFiles.remittance("T" + number)
                .claim(number, "1", "175", "100", "20", "PCN1")
                .patient()
                .line("99213", "150", "85", number + "L1", "CO*45*45", "PR*2*20")
                .line("87070", "25", "15", number + "L2", "CO*45*10");
    }
}
