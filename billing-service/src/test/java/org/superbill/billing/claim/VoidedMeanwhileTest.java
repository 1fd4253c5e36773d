package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.Practice;
import org.superbill.events.EncounterVoided;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.TestEvents;

/** An encounter is coded and voided at the same moment, each in a transaction that does not see the other's. */
@QuarkusTest
@BillingStack
class VoidedMeanwhileTest {
    @Inject
    ClaimBuilding building;

    @Inject
    Tenancy tenancy;

    private TestEvents events;
    private Practice practice;
    private Facts facts;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
        facts = practice.facts();
        practice.registers(facts);
        practice.awaitsKnown(facts);
    }

    @AfterEach
    void close() {
        assertThat(practice.booksAreCoherent()).isTrue();
        events.close();
    }

    private void coded() {
        building.coded(List.of(facts.encounter), practice.organization);
    }

    private void voided() {
        building.voided(new EncounterVoided(facts.encounter.encounterId(), "entered in error"));
    }

    /** The other begins when the one has done its work, and may commit first if it does not wait. */
    private void meanwhile(Runnable one, Runnable other) throws Exception {
        var others = new CompletableFuture<Void>();
        tenancy.as(practice.organization, () -> {
            one.run();
            new Thread(() -> {
                        try {
                            tenancy.as(practice.organization, other);
                            others.complete(null);
                        } catch (RuntimeException e) {
                            others.completeExceptionally(e);
                        }
                    })
                    .start();
            waitFor(others);
        });
        others.get(60, TimeUnit.SECONDS);
    }

    private static void waitFor(CompletableFuture<Void> others) {
        try {
            others.get(3, TimeUnit.SECONDS);
        } catch (TimeoutException waits) {
            return; // for us
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsVoidedWhileItsClaimIsBuiltIsNotBilled() throws Exception {
        meanwhile(this::coded, this::voided);
        var claimId = practice.claimOf(facts);
        assertThat(practice.claim(claimId).getBoolean("voided")).isTrue();
        practice.acts(claimId, "submit", "{}", 409);
    }

    @Test
    void whatIsCodedWhileItIsVoidedMakesNoClaim() throws Exception {
        meanwhile(this::voided, this::coded);
        assertThat(practice.get("/api/v1/claims?encounterId=" + facts.encounter.encounterId())
                        .getList("items"))
                .isEmpty();
    }
}
