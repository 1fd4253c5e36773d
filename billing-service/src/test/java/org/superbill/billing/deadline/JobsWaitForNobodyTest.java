package org.superbill.billing.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.claim.ClaimDecisions;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.TestEvents;

/** A posting holds a claim and then closes its deadlines; the job of deadlines, which comes the other way, must not meet it in a circle. */
@QuarkusTest
@BillingStack
class JobsWaitForNobodyTest {
    @Inject
    Tenancy tenancy;

    @Inject
    Deadlines deadlines;

    @Inject
    ClaimDecisions claims;

    private TestEvents events;
    private Practice practice;
    private UUID claimId;
    private LocalDate after;
    private final ExecutorService job = Executors.newSingleThreadExecutor();

    @BeforeEach
    void aForwardedClaimWhoseNextPayerStaysSilent() {
        events = TestEvents.open();
        practice = new Practice(events);
        var id = practice.receivesClaim(practice.facts().nextPayer());
        practice.sends(id);
        var number = practice.claim(id).getString("claimNumber");
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "19", "175", "145", "30", "PCN1")
                .patient()
                .line("99213", "150", "120", number + "L1", "PR*2*30")
                .line("87070", "25", "25", number + "L2")
                .text());
        claimId = UUID.fromString(id);
        after = LocalDate.parse(deadline("dueOn")).plusDays(1);
    }

    @AfterEach
    void close() {
        job.shutdownNow();
        events.close();
    }

    private String deadline(String field) {
        return practice.get("/api/v1/deadlines?kind=next-payer&subjectId=" + claimId)
                .getString("items[0]." + field);
    }

    private <T> T inTransaction(Callable<T> work) {
        return tenancy.as(
                practice.organization,
                () -> QuarkusTransaction.joiningExisting().call(work));
    }

    private int passed() {
        return inTransaction(() -> deadlines.reach(after)).passed();
    }

    /** While somebody holds the claim. @return how many have passed, of others */
    private int passedMeanwhile() throws Exception {
        return job.submit(this::passed).get(30, TimeUnit.SECONDS); // it has not waited for this transaction
    }

    @Test
    void aPostingClosesTheDeadlinesOfTheClaimsThatItHolds() {
        inTransaction(() -> {
            claims.holdClaim(claimId);
            passedMeanwhile();
            deadlines.closeAll(DeadlineKind.NEXT_PAYER, List.of(claimId));
            return claimId;
        });
        assertThat(deadline("state")).isEqualTo("met");
    }

    @Test
    void aFileThatNobodyHasAcknowledgedWaitsForThePostingThatHoldsAClaimOfIt() {
        var id = practice.receivesClaim(practice.facts());
        practice.sends(id);
        var far = LocalDate.parse("2036-01-01"); // whatever runs passes
        inTransaction(() -> {
            claims.holdClaim(UUID.fromString(id));
            return job.submit(() -> inTransaction(() -> deadlines.reach(far))).get(30, TimeUnit.SECONDS);
        });
        var states = "/api/v1/deadlines?state=open&kind=";
        assertThat(practice.get(states + "acknowledgment").getList("items")).hasSize(1);
        assertThat(practice.get(states + "claim-acknowledgment").getList("items.subjectId"))
                .contains(id);
        inTransaction(() -> deadlines.reach(far));
        assertThat(practice.get(states + "acknowledgment").getList("items")).isEmpty();
        assertThat(practice.claim(id).getString("owner.role")).isEqualTo("biller");
    }

    @Test
    void whatSomebodyHoldsIsLeftToTheNextRound() {
        inTransaction(() -> {
            claims.holdClaim(claimId);
            return passedMeanwhile();
        });
        assertThat(deadline("state")).isEqualTo("open");

        passed();
        assertThat(deadline("state")).isEqualTo("passed");
        assertThat(practice.claim(claimId.toString()).getString("owner.role")).isEqualTo("biller");
    }
}
