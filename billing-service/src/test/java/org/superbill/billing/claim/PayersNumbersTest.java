package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PayersNumbersTest {
    private static final PayersNumbers PARTS =
            PayersNumbers.of(null).with("A", 1).with("B", 2);

    @Test
    void onlySeveralNumbersAreAmbiguous() {
        assertThat(PayersNumbers.of("A").only()).isEqualTo("A");
        assertThat(PayersNumbers.of(null).with("A", 1).only()).isEqualTo("A");
        assertThat(PayersNumbers.of("A").with("A", 2).only()).isEqualTo("A");
        assertThat(PARTS.only()).isNull();
        assertThat(PARTS.parts()).containsExactly("A", "B");
        assertThat(PARTS.inWords()).isEqualTo("A, B");
    }

    @Test
    void aPersonNamesOneOfThem() {
        assertThat(PARTS.named("A")).isEqualTo("A");
        assertThat(PARTS.named("C")).isNull();
        assertThat(PARTS.named(null)).isNull();
        assertThat(PayersNumbers.of("A").named("C")).isEqualTo("A");
    }

    /** The first part was decided before numbers of parts were kept. */
    @Test
    void aSecondPartStandsBesideTheNumberThatWasKnown() {
        assertThat(PayersNumbers.of("A").with("B", 2).parts()).containsExactly("A", "B");
    }

    @Test
    void aDecisionOfTheWholeClaimAndAFirstPartBeginAnew() {
        assertThat(PARTS.with("C", null)).isEqualTo(PayersNumbers.of("C"));
        assertThat(PARTS.with("C", 1).parts()).containsExactly("C");
    }

    @Test
    void whatIsTakenBackHasANumberNoMore() {
        assertThat(PARTS.without(Set.of("A"))).isEqualTo(new PayersNumbers("B", List.of("B")));
        assertThat(PARTS.without(Set.of("B"))).isEqualTo(new PayersNumbers("A", List.of("A")));
        assertThat(PARTS.without(Set.of())).isEqualTo(PARTS);
        assertThat(PARTS.without(Set.of("A", "B"))).isEqualTo(PayersNumbers.of("B"));
        assertThat(PayersNumbers.of("A").without(Set.of("A"))).isEqualTo(PayersNumbers.of("A"));
    }
}
