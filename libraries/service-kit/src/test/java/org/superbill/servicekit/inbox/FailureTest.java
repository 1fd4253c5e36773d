package org.superbill.servicekit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;

class FailureTest {

    @Test
    void aServiceThatIsNotReadyYetSaysNothingAgainstTheEvent() {
        var notYet = Problem.retryAfter(KitProblem.UNAVAILABLE, "Reading is not done yet", Duration.ofSeconds(2));
        assertThat(Failure.of(notYet)).isEqualTo(Failure.PASSES);
        assertThat(Failure.of(new IllegalStateException(notYet))).isEqualTo(Failure.PASSES);
    }

    @Test
    void whatTheServiceRefusesItRefusesForGood() {
        assertThat(Failure.of(new Problem(KitProblem.NOT_FOUND, "No such note")))
                .isEqualTo(Failure.FOR_GOOD);
        assertThat(Failure.of(new Problem(KitProblem.VALIDATION_FAILED, "It does not fit")))
                .isEqualTo(Failure.FOR_GOOD);
    }
}
