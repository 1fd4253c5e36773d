package org.superbill.patient.encounter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.superbill.servicekit.problem.Problem;

class EncounterTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final List<ServiceLine> VACCINE = List.of(line(1, "90658", "1"));
    private static final List<ServiceLine> VACCINE_AND_MORE = List.of(line(1, "90658", "1"), line(2, "90471", "1"));

    @Test
    void completedAgainWithTheSameServicesIsNoChange() {
        var encounter = completed();

        assertThat(encounter.complete(List.of(line(1, "90658", "1.00")), null, null, null, NOON))
                .isFalse();
        assertThat(encounter.version()).isEqualTo(1);
    }

    @Test
    void takesOtherServicesAsLateCharges() {
        var encounter = completed();

        assertThat(encounter.complete(VACCINE_AND_MORE, null, null, null, NOON.plusSeconds(3)))
                .isTrue();

        assertThat(encounter.version()).isEqualTo(2);
        assertThat(encounter.status()).isEqualTo(EncounterStatus.COMPLETED);
        assertThat(encounter.completed(List.of(), "clinician").services()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "CODING", "CODED", "BILLED", "CLOSED"})
    void lateChargesMayComeUntilItIsOver(EncounterStatus status) {
        assertThat(status.moveTo(EncounterStatus.COMPLETED)).isEqualTo(EncounterStatus.COMPLETED);
    }

    @Test
    void aVoidEncounterTakesNoFurtherStep() {
        var encounter = completed();
        encounter.cancel("Registered twice");

        assertThat(encounter.status()).isEqualTo(EncounterStatus.VOID);
        assertThatThrownBy(() -> encounter.complete(VACCINE, null, null, null, NOON))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> encounter.cancel("Again")).isInstanceOf(Problem.class);
    }

    @Test
    void aPlannedEncounterIsStartedBeforeItIsCompleted() {
        var encounter = encounter(InitialStatus.PLANNED);
        assertThatThrownBy(() -> encounter.complete(VACCINE, null, null, null, NOON))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("planned");

        encounter.start();

        assertThat(encounter.complete(VACCINE, null, null, null, NOON)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(EncounterStatus.class)
    void everyStatusIsReachedAndKnownByItsText(EncounterStatus status) {
        assertThat(EncounterStatus.of(status.text())).contains(status);
        assertThat(status == EncounterStatus.PLANNED
                        || List.of(EncounterStatus.values()).stream()
                                .anyMatch(before -> before.next().contains(status)))
                .isTrue();
    }

    private static Encounter completed() {
        var encounter = encounter(null);
        encounter.complete(VACCINE, null, null, null, NOON);
        return encounter;
    }

    private static Encounter encounter(InitialStatus status) {
        var details = new EncounterDetails(
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), DAY, List.of(), status, null, null, null);
        return new Encounter(UUID.randomUUID(), details, List.of());
    }

    private static ServiceLine line(int number, String procedure, String units) {
        return new ServiceLine(number, procedure, List.of(), new BigDecimal(units), 2500, DAY, null, null, null, null);
    }
}
