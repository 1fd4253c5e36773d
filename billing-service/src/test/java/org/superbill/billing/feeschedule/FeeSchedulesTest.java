package org.superbill.billing.feeschedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which price a service has. */
class FeeSchedulesTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final UUID PAYER = UUID.randomUUID();

    private static FeeScheduleStore.Candidate fee(
            @Nullable UUID payer, String from, @Nullable String to, long cents, String... modifiers) {
        return new FeeScheduleStore.Candidate(
                UUID.nameUUIDFromBytes((payer + from).getBytes(StandardCharsets.UTF_8)),
                "schedule",
                payer,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                new PricedCode("70450", List.of(modifiers), cents, true));
    }

    private static @Nullable Long charge(
            String units, List<String> modifiers, FeeScheduleStore.Candidate... candidates) {
        var service = new ServiceToPrice("70450", modifiers, new BigDecimal(units), DAY);
        return FeeSchedules.proposal(service, List.of(candidates)).chargeCents();
    }

    @Test
    void thePriceWithMostOfTheServicesModifiersCounts() {
        var plain = fee(null, "2026-01-01", null, 300_00);
        var read = fee(null, "2026-01-01", null, 90_00, "26");
        var both = fee(null, "2026-01-01", null, 80_00, "26", "59");
        assertThat(charge("1", List.of(), plain, read, both)).isEqualTo(300_00);
        assertThat(charge("1", List.of("26"), plain, read, both)).isEqualTo(90_00);
        assertThat(charge("1", List.of("59", "26"), plain, read, both)).isEqualTo(80_00);
        assertThat(charge("1", List.of(), read)).isNull();
    }

    @Test
    void unitsMultiplyAndRoundHalfUp() {
        assertThat(charge("2.5", List.of(), fee(null, "2026-01-01", null, 33_33)))
                .isEqualTo(83_33);
        assertThat(charge("0.5", List.of(), fee(null, "2026-01-01", null, 33_33)))
                .isEqualTo(16_67);
    }

    @Test
    void thePayersOwnGoesFirstAndTheNewerBeforeTheOlder() {
        var general = fee(null, "2026-02-01", null, 100);
        var own = fee(PAYER, "2025-01-01", null, 200);
        assertThat(charge("1", List.of(), general, own)).isEqualTo(200);
        assertThat(charge("1", List.of(), fee(null, "2025-01-01", null, 300), general))
                .isEqualTo(100);
    }

    @Test
    void aScheduleHoldsOnItsFirstAndLastDay() {
        assertThat(charge("1", List.of(), fee(null, "2026-03-02", null, 100))).isEqualTo(100);
        assertThat(charge("1", List.of(), fee(null, "2026-03-03", null, 100))).isNull();
        assertThat(charge("1", List.of(), fee(null, "2026-01-01", "2026-03-02", 100)))
                .isEqualTo(100);
        assertThat(charge("1", List.of(), fee(null, "2026-01-01", "2026-03-01", 100)))
                .isNull();
    }
}
