package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.testing.Details;
import org.superbill.billing.testing.Facts;
import org.superbill.events.EncounterCoded;

class LineOfClaimTest {
    private static final String NUMBER = "SB1V1";

    private static Optional<Integer> found(
            @Nullable String control, String code, @Nullable String billed, long charge, EncounterCoded.Line... ours) {
        var content = new ClaimContent(
                UUID.randomUUID(),
                1,
                NUMBER,
                "1",
                null,
                null,
                null,
                new Facts().lines(ours).build());
        var line = new Remitted.Line(control, code, billed, Cents.of(charge), Cents.ZERO, null, List.of(), List.of());
        return LineOfClaim.of(line, content).map(EncounterCoded.Line::lineNumber);
    }

    private static final EncounterCoded.Line FIRST = Facts.line(1, "99213", 150_00);
    private static final EncounterCoded.Line SECOND = Facts.line(2, "87070", 25_00);

    @Test
    void itsControlNumberComesFirst() {
        assertThat(found(NUMBER + "L2", "99213", null, 150_00, FIRST, SECOND)).contains(2);
    }

    @Test
    void elseWhatWasBilledWithItsCharge() {
        assertThat(found(null, "80050", "87070", 25_00, FIRST, SECOND)).contains(2);
        assertThat(found(null, "80050", null, 25_00, FIRST, SECOND)).isEmpty();
    }

    /** SVC01 is NU:0250 then. */
    @Test
    void aLineWithoutAProcedureIsFoundByItsRevenueCode() {
        var details = Details.service(null, null, null, null, null, null, null, "0250");
        var pharmacy = Details.line(Facts.line(3, "", 30_00), details);
        assertThat(found(null, "0250", null, 30_00, FIRST, SECOND, pharmacy)).contains(3);
        assertThat(found(null, "0270", null, 30_00, FIRST, SECOND, pharmacy)).isEmpty();
    }

    @Test
    void twoLinesThatAreAlikeAreNone() {
        assertThat(found(null, "99213", null, 150_00, FIRST, Facts.line(2, "99213", 150_00)))
                .isEmpty();
    }

    @Test
    void aPartOfALineIsOfThatLineAndMoreThanItIsNot() {
        assertThat(found(null, "99213", null, 149_99, FIRST, SECOND)).contains(1);
        assertThat(found(null, "99213", null, 150_01, FIRST, SECOND)).isEmpty();
    }

    @Test
    void aReversalHasItsChargeBelowZero() {
        assertThat(found(null, "87070", null, -25_00, FIRST, SECOND)).contains(2);
    }
}
