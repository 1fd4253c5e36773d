package org.superbill.servicekit.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.stack.FixedDay;

/** The business clock starts where it is told to: a service's tests begin on their own day, not on that of the run. */
@QuarkusTest
@WithTestResource(ServiceStack.class)
class ClocksTest {
    @Inject
    Clock clock;

    @Test
    void testsPlayOnTheirOwnDay() {
        assertThat(LocalDate.ofInstant(clock.instant(), clock.getZone())).isEqualTo(FixedDay.DATE);
    }
}
