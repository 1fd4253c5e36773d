package org.superbill.coding.search;

import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.SecondThread;
import org.superbill.servicekit.testing.ServiceStack;

/** What is finalized is counted once, by whomever and whenever. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class CodeUseTest {
    private final UUID organization = UUID.randomUUID();

    @Inject
    CodeUse use;

    @Inject
    CodeUseStore store;

    @Inject
    Tenancy tenancy;

    private void finalized() {
        use.finalized(List.of("Z23"), List.of("90658", "j3420"));
    }

    @Test
    @Timeout(30)
    void whoFinalizesTheSameCodesWaitsForNobody() {
        tenancy.as(organization, () -> {
            finalized();
            runAsync(() -> tenancy.as(organization, this::finalized), SecondThread.OWN)
                    .join(); // commits while the first one has not
        });
        assertThat(counts()).isEqualTo(times(2));
    }

    @Test
    void whatSeveralReplicasCountWhileOthersFinalizeIsNeitherLostNorDoubled() {
        var cases = 40;
        var work = Stream.concat(
                        IntStream.range(0, cases).<Runnable>mapToObj(i -> this::finalized),
                        IntStream.range(0, cases).<Runnable>mapToObj(i -> store::count))
                .map(step -> runAsync(() -> tenancy.as(organization, step), SecondThread.OWN))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(work).join();
        assertThat(counts()).isEqualTo(times(cases));
        tenancy.as(organization, store::count);
        assertThat(counts()).isEqualTo(times(cases));
        assertThat(tenancy.as(organization, store::count)).isZero();
    }

    @Test
    void oneCaseThatNamesACodeTwiceCountsItTwice() {
        tenancy.as(organization, () -> use.finalized(List.of("Z23", "z23"), List.of()));
        assertThat(tenancy.as(organization, store::count)).isLessThanOrEqualTo(1); // unless the job was there first
        assertThat(counts()).isEqualTo(Map.of(CodeSystem.ICD_10_CM, Map.of("Z23", 2)));
    }

    @Test
    void anotherOrganizationSeesNothingOfIt() {
        tenancy.as(organization, this::finalized);
        assertThat(tenancy.as(UUID.randomUUID(), store::counts)).isEmpty();
        assertThat(tenancy.as(UUID.randomUUID(), store::count)).isZero();
    }

    private Map<CodeSystem, Map<String, Integer>> counts() {
        return tenancy.as(organization, store::counts);
    }

    private static Map<CodeSystem, Map<String, Integer>> times(int count) {
        return Map.of(
                CodeSystem.ICD_10_CM, Map.of("Z23", count),
                CodeSystem.CPT, Map.of("90658", count),
                CodeSystem.HCPCS, Map.of("J3420", count));
    }
}
