package org.superbill.billing.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.billing.edits.OfTables.line;
import static org.superbill.billing.edits.OfTables.sent;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.Facts;
import org.superbill.events.EncounterCoded;

/** What the indicators of the physician fee schedule say: both sides, and global days. */
class FeeIndicatorEditsTest extends OfInventedTables {
    @Test
    void modifier50IsForIndicators1And3() {
        assertThat(find(new BilateralByFeeSchedule(), line(1, "E0000", "50"))).hasSize(1);
        assertThat(find(new BilateralByFeeSchedule(), line(1, "E0009", "50"))).hasSize(1);
        assertThat(find(new BilateralByFeeSchedule(), line(1, "E0090", "50"))).hasSize(1);
        assertThat(find(new BilateralByFeeSchedule(), line(1, "E0010", "50"))).isEmpty();
        assertThat(find(new BilateralByFeeSchedule(), line(1, "E0003", "50"))).isEmpty();
        assertThat(find(new BilateralByFeeSchedule(), line(1, "Z0001", "50"))).isEmpty();
    }

    @Test
    void aLineForEachSideIsAWarningAt1AndDeniedAt2() {
        assertThat(find(new BilateralByFeeSchedule(), line(1, "E0010", "LT"), line(2, "E0010", "RT")))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
        assertThat(find(new BilateralByFeeSchedule(), line(1, "E0090", "LT"), line(2, "E0090", "RT")))
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR);
        assertThat(find(new BilateralByFeeSchedule(), line(1, "E0003", "LT"), line(2, "E0003", "RT")))
                .isEmpty();
        assertThat(find(new BilateralByFeeSchedule(), line(1, "E0090", "RT"))).isEmpty();
    }

    /** Whichever side was sent first, the second is the one that is denied. */
    @Test
    void theSideThatWasSentBeforeCountsWhicheverItWas() {
        for (var sides : List.of(List.of("LT", "RT"), List.of("RT", "LT"))) {
            var before = history(sent(practitioner(), "E0090", sides.get(0), "1", ON));
            assertThat(find(new BilateralByFeeSchedule(), before, line(1, "E0090", sides.get(1))))
                    .extracting(Finding::severity)
                    .containsExactly(Severity.ERROR);
            assertThat(find(new BilateralByFeeSchedule(), before, line(1, "E0090", sides.get(0))))
                    .isEmpty(); // the same side: for another edit
            var dayBefore = history(sent(practitioner(), "E0090", sides.get(0), "1", "2026-03-01"));
            assertThat(find(new BilateralByFeeSchedule(), dayBefore, line(1, "E0090", sides.get(1))))
                    .isEmpty();
        }
    }

    @Test
    void aVisitOnTheDayOfAMinorProcedureNeeds25() {
        for (var procedure : List.of("E0000", "E0010")) {
            assertThat(find(new GlobalPeriod(), line(1, "99213", ""), line(2, procedure, "")))
                    .extracting(Finding::pointer)
                    .containsExactly("/encounter/lines/0/modifiers");
            assertThat(find(new GlobalPeriod(), line(1, "99213", "25"), line(2, procedure, "")))
                    .isEmpty();
            assertThat(find(new GlobalPeriod(), line(1, "99213", "57"), line(2, procedure, "")))
                    .hasSize(1);
        }
        assertThat(find(new GlobalPeriod(), line(1, "99213", ""), line(2, "E0003", "")))
                .isEmpty();
    }

    @Test
    void aVisitOnTheDayOfAMajorOneOrTheDayBeforeNeeds57() {
        for (var day : List.of("2026-03-01", "2026-03-02")) {
            assertThat(find(new GlobalPeriod(), line(1, "99213", "", "1", day), line(2, "E0090", "")))
                    .hasSize(1);
            assertThat(find(new GlobalPeriod(), line(1, "99213", "57", "1", day), line(2, "E0090", "")))
                    .isEmpty();
            assertThat(find(new GlobalPeriod(), line(1, "99213", "25", "1", day), line(2, "E0090", "")))
                    .hasSize(1);
        }
        assertThat(find(new GlobalPeriod(), line(1, "99213", "", "1", "2026-02-28"), line(2, "E0090", "")))
                .isEmpty();
        assertThat(find(new GlobalPeriod(), line(1, "99213", "", "1", "2026-03-01"), line(2, "E0010", "")))
                .isEmpty();
    }

    @Test
    void aVisitInTheDaysAfterNeeds24UntilTheLastOfThem() {
        assertThat(visitAfter("E0010", "2026-02-20", "")).hasSize(1); // 10 days
        assertThat(visitAfter("E0010", "2026-02-20", "24")).isEmpty();
        assertThat(visitAfter("E0010", "2026-02-19", "")).isEmpty(); // 11 days
        assertThat(visitAfter("E0000", "2026-03-01", "")).isEmpty();
        assertThat(visitAfter("E0090", "2026-01-01", "")).hasSize(1); // 60 days
        assertThat(visitAfter("E0090", "2026-01-01", "25")).hasSize(1);
    }

    @Test
    void criticalCareThatHasNothingToDoWithTheOperationHasFt() {
        for (var day : List.of("2026-03-01", "2026-03-02", "2026-03-20")) {
            assertThat(find(new GlobalPeriod(), line(1, "99291", "", "1", day), line(2, "E0090", "")))
                    .hasSize(1);
            assertThat(find(new GlobalPeriod(), line(1, "99291", "FT", "1", day), line(2, "E0090", "")))
                    .isEmpty();
            assertThat(find(new GlobalPeriod(), line(1, "99213", "FT", "1", day), line(2, "E0090", "")))
                    .hasSize(1);
        }
    }

    @Test
    void whatIsReportedOnlyMayHaveNoCharge() {
        assertThat(find(new ChargeAboveZero(), free("E000M"))).isEmpty();
        assertThat(find(new ChargeAboveZero(), free("E0009"))).hasSize(1);
        assertThat(find(new ChargeAboveZero(), free("Z0001"))).hasSize(1);
    }

    private static EncounterCoded.Line free(String procedure) {
        return Facts.line(1, procedure, 0);
    }

    private List<Finding> visitAfter(String procedure, String day, String modifiers) {
        return find(
                new GlobalPeriod(),
                history(sent(practitioner(), procedure, "", "1", day)),
                line(1, "99213", modifiers));
    }

    @Test
    void aProcedureInTheDaysAfterNeedsAModifierOfItsOwn() {
        var history = history(sent(practitioner(), "E0090", "", "1", "2026-02-01"));
        assertThat(find(new GlobalPeriod(), history, line(1, "E0010", "59"))).hasSize(1);
        for (var modifier : List.of("58", "78", "79")) {
            assertThat(find(new GlobalPeriod(), history, line(1, "E0010", modifier)))
                    .isEmpty();
        }
        assertThat(find(new GlobalPeriod(), line(1, "E0010", ""), line(2, "E0090", "")))
                .isEmpty();
    }

    @Test
    void anotherProvidersOperationIncludesNothing() {
        assertThat(find(
                        new GlobalPeriod(),
                        history(sent(UUID.randomUUID(), "E0090", "", "1", "2026-02-01")),
                        line(1, "99213", "")))
                .isEmpty();
    }
}
