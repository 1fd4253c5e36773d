package org.superbill.billing.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.claim.FreeClaims;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.TestEvents;

/** Claims that wait together are judged beside each other, however many replicas write files: one does at a time. */
@QuarkusTest
@BillingStack
class QueueOfOneReplicaTest {
    @Inject
    Submissions submissions;

    @Inject
    FreeClaims free;

    @Inject
    Tenancy tenancy;

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

    private <T> T inTransaction(Callable<T> work) {
        return tenancy.as(
                practice.organization,
                () -> QuarkusTransaction.joiningExisting().call(work));
    }

    @Test
    void whoDoesNotGetTheQueueLeavesItsClaims() {
        var claimId = practice.receivesClaim(practice.facts());
        var replica = Executors.newSingleThreadExecutor();
        try {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> inTransaction(
                            () -> { // the job may look at this moment
                                if (!free.holdQueue()) {
                                    return false;
                                }
                                practice.submits(claimId);
                                var mayBeMore = replica.submit(() -> inTransaction(submissions::writeNext));
                                assertThat(mayBeMore.get(30, TimeUnit.SECONDS)).isFalse();
                                assertThat(practice.claim(claimId).getString("transport"))
                                        .isEqualTo("queued");
                                assertThat(practice.claim(claimId).getList("nextAllowed.actions"))
                                        .as("it waits for its file still")
                                        .containsExactly("hold");
                                return true;
                            }));
        } finally {
            replica.shutdownNow();
        }
        practice.awaits(claimId, "transport", "sent");
    }
}
