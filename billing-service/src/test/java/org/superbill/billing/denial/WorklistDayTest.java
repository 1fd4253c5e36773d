package org.superbill.billing.denial;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.clock.Clocks;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.FixedDay;

/** The days of the worklist are those of the practice, which is in New York. */
@QuarkusTest
@BillingStack
class WorklistDayTest {
    @Inject
    Clocks clocks;

    private TestEvents events;
    private Practice practice;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
    }

    @AfterEach
    void close() {
        clocks.moveTo(FixedDay.now());
        events.close();
    }

    /** One line is paid and the other refused; 180 days from 4 March 2026 are over with 31 August. */
    private void isRefused(String on, boolean first) {
        var claimId = practice.receivesClaim(practice.facts());
        practice.sends(claimId);
        var number = practice.claim(claimId).getString("claimNumber");
        var refused = "CO*16*" + (first ? 150 : 25);
        practice.receives(PayerFiles.remittance("T" + number)
                .on(on)
                .claim(number, "1", "175", first ? "25" : "150", "0", "PCN1")
                .patient()
                .line(
                        "99213",
                        "150",
                        first ? "0" : "150",
                        number + "L1",
                        first ? new String[] {refused} : new String[0])
                .line("87070", "25", first ? "25" : "0", number + "L2", first ? new String[0] : new String[] {refused})
                .text());
    }

    private Object worthMost(String at) {
        clocks.moveTo(Instant.parse(at));
        return practice.get("/api/v1/denials/worklist")
                .getList("items.amountCents")
                .get(0);
    }

    @Test
    void anAppealIsInTimeUntilItsLastDayIsOverInThePractice() {
        isRefused("20260304", true);
        isRefused("20260401", false);
        assertThat(worthMost("2026-09-01T03:59:59Z")).isEqualTo(150_00); // 31 August there
        assertThat(worthMost("2026-09-01T04:00:00Z")).isEqualTo(25_00);
    }
}
