package org.superbill.coding.codingcase;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What lines of other codings would be charged. */
class FinalCodingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    /** The clinic charged 99213; the coder made it 99214. */
    private static final FinalCoding CODED = coded("99213", CaseKind.PROFESSIONAL);

    private static FinalCoding coded(String charged, CaseKind kind) {
        return new FinalCoding(
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                "ann",
                Instant.EPOCH,
                DAY,
                List.of(new Service(1, charged, List.of(), BigDecimal.ONE, 120_00, DAY, null)),
                coding(line(1, "99214", 1)),
                null,
                kind);
    }

    @Test
    void aLineIsChargedAsTheClinicDidWhileItIsItsWork() {
        assertThat(CODED.claimChargeCents(coding(line(1, "99213", 1)))).isEqualTo(120_00);
        assertThat(CODED.claimChargeCents(coding())).isZero();
    }

    @Test
    void nobodyHasSaidWhatAnotherLevelOtherUnitsOrAForgottenServiceCost() {
        assertThat(CODED.claimChargeCents(CODED.coding())).isNull();
        assertThat(CODED.claimChargeCents(coding(line(1, "99212", 1)))).isNull();
        assertThat(CODED.claimChargeCents(coding(line(1, "99213", 2)))).isNull();
        assertThat(CODED.claimChargeCents(coding(line(1, "99213", 1), line(2, "36415", 1))))
                .isNull();
    }

    @Test
    void aFacilityChargesTheSameWhateverItsServiceIsCalled() {
        for (var charged : List.of("", "99213")) {
            var facility = coded(charged, CaseKind.FACILITY);
            assertThat(facility.claimChargeCents(coding(line(1, "99214", 2)))).isEqualTo(120_00);
            assertThat(facility.claimChargeCents(coding(line(2, "99214", 1)))).isNull();
        }
    }

    private static CaseCoding coding(CodedLine... lines) {
        return new CaseCoding(List.of("J020"), List.of(), List.of(lines), List.of(), List.of(), List.of());
    }

    private static CodedLine line(int number, String procedure, int units) {
        return new CodedLine(number, procedure, List.of(), BigDecimal.valueOf(units), List.of(1));
    }
}
