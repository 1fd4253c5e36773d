package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
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
        return found(
                new Remitted.Line(
                        control,
                        code,
                        billed,
                        List.of(),
                        null,
                        Cents.of(charge),
                        Cents.ZERO,
                        null,
                        List.of(),
                        List.of()),
                ours);
    }

    private static Optional<Integer> onDay(String day, String modifiers, EncounterCoded.Line... ours) {
        return found(
                new Remitted.Line(
                        null,
                        "99213",
                        null,
                        List.of(modifiers.split(" ")),
                        LocalDate.parse(day),
                        Cents.of(150_00),
                        Cents.ZERO,
                        null,
                        List.of(),
                        List.of()),
                ours);
    }

    private static EncounterCoded.Line ours(int number, String day, String modifiers) {
        return new EncounterCoded.Line(
                number,
                "99213",
                List.of(modifiers.split(" ")),
                BigDecimal.ONE,
                150_00,
                LocalDate.parse(day),
                List.of(1));
    }

    private static Optional<Integer> found(Remitted.Line line, EncounterCoded.Line... ours) {
        var content = new ClaimContent(
                UUID.randomUUID(),
                1,
                NUMBER,
                "1",
                null,
                null,
                null,
                new Facts().lines(ours).build());
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
    void linesThatAreAlikeButForTheirDayOrTheirModifiersAreToldApart() {
        var monday = ours(1, "2026-03-02", "GP");
        var tuesday = ours(2, "2026-03-03", "GP");
        var tuesdayAgain = ours(3, "2026-03-03", "GP 76");
        assertThat(onDay("2026-03-02", "GP", monday, tuesday, tuesdayAgain)).contains(1);
        assertThat(onDay("2026-03-03", "GP", monday, tuesday, tuesdayAgain)).contains(2);
        assertThat(onDay("2026-03-03", "GP 76", monday, tuesday, tuesdayAgain)).contains(3);
        assertThat(onDay("2026-03-03", "59", monday, tuesday, tuesdayAgain)).isEmpty();
        assertThat(onDay("2026-03-04", "GP", monday, tuesday))
                .as("a day that none has")
                .isEmpty();
        assertThat(onDay("2026-03-04", "GP", monday)).as("there is no other").contains(1);
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
