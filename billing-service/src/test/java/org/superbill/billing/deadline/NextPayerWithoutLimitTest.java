package org.superbill.billing.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.events.PayerChanged;
import org.superbill.servicekit.testing.TestEvents;

/** A payer that acknowledges nothing decides, and the next one sets no limit: then there is nothing to send in time. */
@QuarkusTest
@BillingStack
class NextPayerWithoutLimitTest {
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

    @Test
    void theFirstPayersLimitIsKept() {
        var facts = practice.facts().nextPayer();
        var profile = facts.payer.profile();
        facts.nextPayer = new PayerChanged(
                facts.nextPayer.payerId(),
                "LOCK INSURANCE",
                "88888",
                "CI",
                new PayerChanged.Profile(
                        profile.connection(),
                        profile.version(),
                        profile.receiverName(),
                        profile.receiverId(),
                        true,
                        0,
                        profile.interchange(),
                        profile.group()));
        var claimId = practice.receivesClaim(facts);
        practice.sends(claimId);
        var timelyFiling = "/api/v1/deadlines?kind=timely-filing&subjectId=" + claimId;
        assertThat(practice.get(timelyFiling).getList("items.state")).containsExactly("open");
        var number = practice.claim(claimId).getString("claimNumber");
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "1", "175", "145", "30", "PCN1")
                .patient()
                .line("99213", "150", "120", number + "L1", "PR*2*30")
                .line("87070", "25", "25", number + "L2")
                .text());
        assertThat(practice.claim(claimId).getList("nextAllowed.actions", String.class))
                .contains("bill-next-payer");
        assertThat(practice.get(timelyFiling).getList("items.state")).containsExactly("met");
    }
}
