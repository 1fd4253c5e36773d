package org.superbill.billing.secondary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.remittance.PostedClaim;

/** Which of the decisions of each payer in turn hold. */
class InForceTest {
    private static final Cents CHARGE = Cents.of(100_00);

    /** @param version sent to the payer in the turn of the same number */
    private static PostedClaim posted(int version, String status, long charge, long paid) {
        return new PostedClaim(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                1,
                version,
                "SB1V" + version,
                status,
                Cents.of(charge),
                Cents.of(paid),
                LocalDate.parse("2026-03-20"));
    }

    private static String of(PostedClaim... posted) {
        var inForce = InForce.bySequence(List.of(posted), version -> version, CHARGE);
        return inForce.entrySet().stream()
                .map(turn -> turn.getKey() + ":"
                        + turn.getValue().stream()
                                .map(claim -> claim.paid().value())
                                .toList())
                .toList()
                .toString();
    }

    @Test
    void theLastDecisionOfEachPayerHolds() {
        assertThat(of(posted(1, "1", 100_00, 60_00), posted(1, "1", 100_00, 70_00), posted(2, "2", 100_00, 10_00)))
                .isEqualTo("[1:[7000], 2:[1000]]");
    }

    @Test
    void aReversalTakesBackWhatItsOwnPayerHasDecided() {
        assertThat(of(posted(1, "1", 100_00, 0), posted(2, "2", 100_00, 0), posted(2, "22", -100_00, 0)))
                .isEqualTo("[1:[0]]");
        assertThat(of(posted(1, "1", 100_00, 60_00), posted(1, "22", -100_00, -60_00), posted(1, "1", 100_00, 50_00)))
                .isEqualTo("[1:[5000]]");
    }

    @Test
    void aPayerThatAnswersUnderAnothersNumberTakesBackItsOwn() {
        assertThat(of(posted(1, "19", 100_00, 60_00), posted(1, "2", 100_00, 20_00), posted(1, "22", -100_00, -20_00)))
                .isEqualTo("[1:[6000]]");
    }

    @Test
    void aClaimDecidedInPartsHoldsByAllThatMakeUpItsCharge() {
        assertThat(of(posted(1, "1", 40_00, 30_00), posted(1, "1", 60_00, 45_00)))
                .isEqualTo("[1:[3000, 4500]]");
    }
}
