package org.superbill.coding.codingcase;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.events.EncounterCompleted;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.Meanwhile;
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
        store.flush();
    }

    private void voided() {
        arrivals.encounterVoided(encounter.encounterId());
        store.flush();
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

    private void meanwhile(Runnable one, Runnable other) throws Exception {
        Meanwhile.run(tenancy, ORGANIZATION, one, other);
    }
}
