package org.superbill.coding.codingcase;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.superbill.events.EncounterCompleted;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.ServiceStack;

/** An encounter is completed and voided at the same moment, each in a transaction that does not see the other's. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class VoidedMeanwhileTest extends FluShots {
    @Inject
    CaseArrivals arrivals;

    @Inject
    CodingCaseStore store;

    @Inject
    Tenancy tenancy;

    private final EncounterCompleted encounter = encounter(UUID.randomUUID(), 1, DAY);

    private void completed() {
        arrivals.encountersCompleted(List.of(encounter));
    }

    private void voided() {
        arrivals.encounterVoided(encounter.encounterId());
    }

    private List<CaseStatus> statuses() {
        return tenancy.as(
                ORGANIZATION,
                () -> store.ofEncounter(encounter.encounterId()).stream()
                        .map(codingCase -> codingCase.progress().status())
                        .toList());
    }

    @Test
    void aCaseThatAppearsWhileItsEncounterIsVoidedIsVoid() throws Exception {
        meanwhile(this::completed, this::voided);
        assertThat(statuses()).containsExactly(CaseStatus.VOID);
    }

    @Test
    void anEncounterThatIsCompletedWhileItIsVoidedHasNoCase() throws Exception {
        meanwhile(this::voided, this::completed);
        assertThat(statuses()).isEmpty();
    }

    /** The other begins when the one has done its work, and may commit first if it does not wait. */
    private void meanwhile(Runnable one, Runnable other) throws Exception {
        var others = new CompletableFuture<Void>();
        tenancy.as(ORGANIZATION, () -> {
            one.run();
            store.flush();
            new Thread(() -> {
                        try {
                            tenancy.as(ORGANIZATION, other);
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
}
