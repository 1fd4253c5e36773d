package org.superbill.patient.encounter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.superbill.patient.encounter.Progress.Claim;
import org.superbill.servicekit.problem.Problem;

class ProgressTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final UUID CLAIM = UUID.randomUUID();

    @Test
    void leadsFromCodedOverBilledToClosed() {
        var encounter = completed(1, 1);

        encounter.coded(List.of(1), at(1));
        assertThat(encounter.status()).isEqualTo(EncounterStatus.CODED);

        encounter.submitted(at(2));
        assertThat(encounter.status()).isEqualTo(EncounterStatus.BILLED);

        encounter.told(settled(3));
        encounter.closeOrOpen();
        assertThat(encounter.status()).isEqualTo(EncounterStatus.CLOSED);
    }

    @Test
    void opensAgainWhenAClaimHasABalanceAgain() {
        var encounter = new Progress(UUID.randomUUID(), EncounterStatus.CLOSED, 1, List.of(1), at(2));
        encounter.knows(settled(3));

        encounter.told(open(4));
        encounter.closeOrOpen();

        assertThat(encounter.status()).isEqualTo(EncounterStatus.BILLED);
    }

    @Test
    void isNotClosedBeforeItIsBilled() {
        var encounter = completed(1, 1);

        encounter.told(settled(1));
        encounter.closeOrOpen();

        assertThat(encounter.status()).isEqualTo(EncounterStatus.COMPLETED);
    }

    @Test
    void closesWithTheLastOfItsClaimsOnly() {
        var encounter = new Progress(UUID.randomUUID(), EncounterStatus.BILLED, 1, List.of(1), at(2));
        var other = UUID.randomUUID();
        encounter.knows(open(2));
        encounter.told(new Claim(other, false, at(2)));

        encounter.told(settled(3));
        encounter.closeOrOpen();
        assertThat(encounter.status()).isEqualTo(EncounterStatus.BILLED);

        encounter.told(new Claim(other, true, at(4)));
        encounter.closeOrOpen();
        assertThat(encounter.status()).isEqualTo(EncounterStatus.CLOSED);
        assertThat(encounter.toldClaims()).containsExactly(settled(3), new Claim(other, true, at(4)));
    }

    @Test
    void aCodingOfBeforeTheLateChargesDoesNotMoveIt() {
        var encounter = completed(2, 1, 2);

        encounter.coded(List.of(1), at(4));
        assertThat(encounter.status()).isEqualTo(EncounterStatus.COMPLETED);
        assertThat(encounter.hasChanged()).isFalse();

        encounter.coded(List.of(1, 2), at(5));
        assertThat(encounter.status()).isEqualTo(EncounterStatus.CODED);
        assertThat(encounter.hasChanged()).isTrue();
    }

    @Test
    void aClaimOfBeforeTheLateChargesDoesNotMoveIt() {
        var encounter = completed(2, 1, 2);

        encounter.submitted(at(4));

        assertThat(encounter.status()).isEqualTo(EncounterStatus.COMPLETED);
        assertThat(encounter.submittedAt()).isEqualTo(at(4));
    }

    @Test
    void theNewsOfItsCodingThatComesAfterTheNewsOfItsClaimDoesNotTakeItBack() {
        var encounter = completed(1, 1);
        encounter.submitted(at(2));

        encounter.coded(List.of(1), at(2));

        assertThat(encounter.status()).isEqualTo(EncounterStatus.BILLED);
    }

    @Test
    void anAmendedCodingWaitsForItsClaim() {
        var encounter = completed(1, 1);
        encounter.submitted(at(2));

        encounter.coded(List.of(1), at(3));

        assertThat(encounter.status()).isEqualTo(EncounterStatus.CODED);
    }

    @Test
    void theNewsOfAnEarlierSubmissionDoesNotTakeBackThatOfALaterOne() {
        var encounter = new Progress(UUID.randomUUID(), EncounterStatus.BILLED, 1, List.of(1), at(4));

        encounter.submitted(at(2));

        assertThat(encounter.submittedAt()).isEqualTo(at(4));
        assertThat(encounter.hasChanged()).isFalse();
    }

    @Test
    void thatAnOpenClaimIsOpenIsNoNews() {
        var encounter = completed(1, 1);
        encounter.knows(open(1));

        encounter.told(open(2));

        assertThat(encounter.toldClaims()).isEmpty();
    }

    @Test
    void theSubmissionThatIsToldAfterTheClaimsSettlementDoesNotOpenIt() {
        var encounter = completed(1, 1);
        encounter.knows(settled(3));

        encounter.told(open(2));
        encounter.submitted(at(2));
        encounter.closeOrOpen();

        assertThat(encounter.toldClaims()).isEmpty();
        assertThat(encounter.status()).isEqualTo(EncounterStatus.CLOSED);
    }

    @Test
    void aSettlementThatIsToldAgainLaterIsKeptWithItsTime() {
        var encounter = completed(1, 1);
        encounter.knows(settled(1));

        encounter.told(settled(3));
        encounter.told(open(2));

        assertThat(encounter.toldClaims()).containsExactly(settled(3));
    }

    @ParameterizedTest
    @EnumSource(names = {"VOID", "NOT_BILLABLE"})
    void whatIsOverIsMovedByNoNews(EncounterStatus over) {
        var encounter = new Progress(UUID.randomUUID(), over, 1, List.of(1), null);

        encounter.coded(List.of(1), at(1));
        encounter.submitted(at(2));
        encounter.told(settled(3));
        encounter.closeOrOpen();

        assertThat(encounter.status()).isEqualTo(over);
    }

    @Test
    void whatIsNotCompletedCannotBeCoded() {
        var encounter = new Progress(UUID.randomUUID(), EncounterStatus.IN_PROGRESS, 0, List.of(), null);

        assertThatThrownBy(() -> encounter.coded(List.of(1), at(1)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("in-progress");
    }

    private static Progress completed(int version, Integer... professionalLines) {
        return new Progress(UUID.randomUUID(), EncounterStatus.COMPLETED, version, List.of(professionalLines), null);
    }

    private static Claim open(int seconds) {
        return new Claim(CLAIM, false, at(seconds));
    }

    private static Claim settled(int seconds) {
        return new Claim(CLAIM, true, at(seconds));
    }

    private static Instant at(int seconds) {
        return NOON.plusSeconds(seconds);
    }
}
