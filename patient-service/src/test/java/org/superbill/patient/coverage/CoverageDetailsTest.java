package org.superbill.patient.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.events.Relationship;
import org.superbill.servicekit.problem.FieldError;

class CoverageDetailsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final SubscriberDetails JANE = new SubscriberDetails("JANE", null, "SMITH", null, null, null);

    @Test
    void trimsTheMemberId() {
        assertThat(details(Relationship.self, null, null).memberId()).isEqualTo("JS00111223333");
    }

    @Test
    void anotherSubscriberIsNamed() {
        assertThat(details(Relationship.child, JANE, null).contradictions()).isEmpty();
        assertThat(details(Relationship.child, null, null).contradictions())
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("/subscriber", "required"));
    }

    @Test
    void aPatientWhoIsTheSubscriberIsNotNamedAgain() {
        assertThat(details(Relationship.self, null, null).contradictions()).isEmpty();
        assertThat(details(Relationship.self, JANE, null).contradictions())
                .extracting(FieldError::code)
                .containsExactly("not-allowed");
    }

    @Test
    void mayEndOnItsFirstDayAndNotBefore() {
        assertThat(details(Relationship.self, null, FIRST).contradictions()).isEmpty();
        assertThat(details(Relationship.self, null, FIRST.minusDays(1)).contradictions())
                .extracting(FieldError::pointer)
                .containsExactly("/effectiveTo");
    }

    @Test
    void isInEffectOnItsFirstAndLastDayAndNotAround() {
        var coverage =
                new Coverage(UUID.randomUUID(), UUID.randomUUID(), details(Relationship.self, null, FIRST.plusDays(9)));

        assertThat(coverage.isInEffectOn(FIRST.minusDays(1))).isFalse();
        assertThat(coverage.isInEffectOn(FIRST)).isTrue();
        assertThat(coverage.isInEffectOn(FIRST.plusDays(9))).isTrue();
        assertThat(coverage.isInEffectOn(FIRST.plusDays(10))).isFalse();
    }

    @Test
    void goesOnWithoutALastDay() {
        var coverage = new Coverage(UUID.randomUUID(), UUID.randomUUID(), details(Relationship.self, null, null));

        assertThat(coverage.isInEffectOn(LocalDate.of(2100, 1, 1))).isTrue();
    }

    private static CoverageDetails details(Relationship relationship, SubscriberDetails subscriber, LocalDate last) {
        return new CoverageDetails(
                UUID.randomUUID(), "  JS00111223333 ", null, null, 1, relationship, subscriber, FIRST, last, null);
    }
}
