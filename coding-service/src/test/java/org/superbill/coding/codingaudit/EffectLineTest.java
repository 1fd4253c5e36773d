package org.superbill.coding.codingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.events.CodingEffectPriced;

/** What two codings differ by in money, line by line. */
class EffectLineTest {
    private static final Instant AT = Instant.parse("2026-04-02T15:00:00Z");

    @Test
    void aLineThatChangedDiffersByWhatIsAllowedForEach() {
        var effect = effect(List.of(line(1, "99214", 130_00L)), List.of(line(1, "99213", 95_00L)));
        assertThat(effect.codedAllowedCents()).isEqualTo(130_00);
        assertThat(effect.correctAllowedCents()).isEqualTo(95_00);
        assertThat(effect.differenceCents()).isEqualTo(-35_00);
    }

    @Test
    void whatShouldNotBeThereWasPaidForNothingAndWhatIsMissingIsNotPaidYet() {
        var effect = effect(
                List.of(line(1, "99213", 95_00L), line(2, "87880", 16_00L)),
                List.of(line(1, "99213", 95_00L), line(3, "36415", 9_00L)));
        assertThat(effect.lines()).extracting(EffectLine::differenceCents).containsExactly(0L, -16_00L, 9_00L);
        assertThat(effect.differenceCents()).isEqualTo(-7_00);
    }

    @Test
    void withoutAPriceTheDifferenceIsNotKnownAndNotZero() {
        var effect = effect(List.of(line(1, "99214", null)), List.of(line(1, "99213", 95_00L)));
        assertThat(effect.differenceCents()).isNull();
        assertThat(effect.codedAllowedCents()).isNull();
        assertThat(effect.correctAllowedCents()).isEqualTo(95_00);
    }

    @Test
    void aLineThatIsTheSameInBothNeedsNoPrice() {
        var effect = effect(
                List.of(line(1, "99214", 130_00L), line(2, "J3490", null)),
                List.of(line(1, "99213", 95_00L), line(2, "J3490", null)));
        assertThat(effect.differenceCents()).isEqualTo(-35_00);
        assertThat(effect.codedAllowedCents()).isNull();
    }

    @Test
    void whatALineCostsThatIsTheSameInBothNeedsNotBeKnown() {
        var same =
                new CodingEffectPriced.Line(2, "J3490", List.of(), BigDecimal.ONE, null, null, null, null, "no-price");
        var other = new CodingEffectPriced.Line(
                1, "99212", List.of(), BigDecimal.ONE, 80_00L, null, null, null, "no-price");
        var effect = effect(List.of(line(1, "99213", null), same), List.of(other, same));
        assertThat(effect.chargeDifferenceCents()).isEqualTo(-120_00);
        assertThat(effect.codedChargeCents()).isNull();
    }

    @Test
    void otherModifiersAreOtherWork() {
        var plain = line(1, "20610", null);
        var both = new CodingEffectPriced.Line(
                1, "20610", List.of("50"), BigDecimal.ONE, null, null, null, null, "no-price");
        assertThat(effect(List.of(plain), List.of(both)).differenceCents()).isNull();
    }

    @Test
    void untilItIsPricedNothingIsKnown() {
        var asked = AuditEffectView.of(AT, null, null, List.of());
        assertThat(asked.differenceCents()).isNull();
        assertThat(asked.codedAllowedCents()).isNull();
    }

    private static AuditEffectView effect(List<CodingEffectPriced.Line> coded, List<CodingEffectPriced.Line> correct) {
        return AuditEffectView.of(AT, AT, UUID.randomUUID(), EffectLine.paired(coded, correct));
    }

    private static CodingEffectPriced.Line line(int number, String procedure, @Nullable Long allowed) {
        return new CodingEffectPriced.Line(
                number,
                procedure,
                List.of(),
                BigDecimal.ONE,
                200_00L,
                allowed,
                allowed == null ? null : "rate",
                null,
                allowed == null ? "no-price" : null);
    }
}
