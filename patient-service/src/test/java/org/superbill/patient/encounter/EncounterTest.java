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

        assertThat(complete(encounter, List.of(line(1, "90658", "1.00")), NOON)).isFalse();
        assertThat(encounter.version()).isEqualTo(1);
    }

    @Test
    void takesOtherServicesAsLateCharges() {
        var encounter = completed();

        assertThat(complete(encounter, VACCINE_AND_MORE, NOON.plusSeconds(3))).isTrue();

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
        assertThatThrownBy(() -> complete(encounter, VACCINE, NOON)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> encounter.cancel("Again")).isInstanceOf(Problem.class);
    }

    @Test
    void oneThatIsClosedSaysWhatIsDoneBeforeItIsVoided() {
        assertThatThrownBy(() -> EncounterStatus.CLOSED.moveTo(EncounterStatus.VOID))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("POST /api/v1/claims/{claimId}/void")
                .hasMessageContaining("POST /api/v1/encounters/{encounterId}/complete");
        assertThatThrownBy(() -> EncounterStatus.VOID.moveTo(EncounterStatus.VOID))
                .hasMessageEndingWith("An encounter that is void cannot become void");
    }

    @Test
    void aPlannedEncounterIsStartedBeforeItIsCompleted() {
        var encounter = encounter(InitialStatus.PLANNED);
        assertThatThrownBy(() -> complete(encounter, VACCINE, NOON))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("planned");

        encounter.start();

        assertThat(complete(encounter, VACCINE, NOON)).isTrue();
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

    private static boolean complete(Encounter encounter, List<ServiceLine> lines, Instant at) {
        return encounter.complete(
                lines, new CompletionDetails(List.of(), null, null, null, null), List.of(), false, at);
    }

    private static Encounter completed() {
        var encounter = encounter(null);
        complete(encounter, VACCINE, NOON);
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
