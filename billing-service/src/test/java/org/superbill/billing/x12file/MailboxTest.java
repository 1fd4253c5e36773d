package org.superbill.billing.x12file;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.FakePayer;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.testing.TestEvents;

/** What is wrong with one mailbox, or with one file, keeps nothing else from coming. */
@QuarkusTest
@BillingStack
class MailboxTest {
    private TestEvents events;
    private Practice practice;
    private Practice other;

    @BeforeEach
    void twoOrganizationsAreKnown() {
        events = TestEvents.open();
        practice = new Practice(events);
        other = new Practice(events);
        practice.receives(file());
        other.receives(file());
    }

    @AfterEach
    void close() {
        events.close();
    }

    private static String file() {
        return PayerFiles.claimAcknowledgment("NOBODYS", "A2:20", "P");
    }

    private static void assertComes(Practice practice) {
        FakePayer.put(practice.organization, file());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> practice.get("/api/v1/x12-files").getList("items.source").stream()
                                .filter("mailbox:payer-simulator"::equals)
                                .count()
                        == 1);
    }

    /** Both ways round, for the order of the organizations is nobody's choice. */
    @Test
    void aBrokenMailboxIsNobodyElses() {
        FakePayer.breaksTheMailbox(practice.organization);
        assertComes(other);
        FakePayer.breaksTheMailbox(other.organization);
        FakePayer.repairsTheMailbox(practice.organization);
        assertComes(practice);
        FakePayer.repairsTheMailbox(other.organization);
    }

    @Test
    void aFileThatCannotBeFetchedDoesNotKeepTheNextFromComing() {
        FakePayer.putBroken(practice.organization);
        assertComes(practice);
        assertComes(other);
    }
}
