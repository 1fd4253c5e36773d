package org.superbill.billing.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.billing.edits.OfTables.line;
import static org.superbill.billing.edits.OfTables.sent;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.billing.testing.Facts;
import org.superbill.events.EncounterCoded;

/** Pairs of procedures, of which the second is denied. */
class NcciPairTest extends OfInventedTables {
    @Test
    void column2IsDeniedWhateverTheOrderOfTheLines() {
        assertThat(find(new NcciPair(), line(1, "A0001", ""), line(2, "B0003", "")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.pointer()).isEqualTo("/encounter/lines/1/procedureCode");
                    assertThat(finding.source()).contains("2024q3", "A0001", "B0003", "indicator 0");
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                });
        assertThat(find(new NcciPair(), line(1, "B0003", ""), line(2, "A0001", "")))
                .extracting(Finding::pointer)
                .containsExactly("/encounter/lines/0/procedureCode");
    }

    /** Source: NCCI Policy Manual (Medicare), chapter I, section E: anatomic, of the global period, others. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "E1 E2 E3 E4 FA F1 F2 F3 F4 F5 F6 F7 F8 F9 TA T1 T2 T3 T4 T5 T6 T7 T8 T9 LT RT LC LD LM RC RI",
                "24 25 57 58 78 79",
                "27 59 91 XE XP XS XU"
            })
    void anAssociatedModifierOnEitherLineLiftsIndicator1Only(String associated) {
        for (var modifier : associated.split(" ")) {
            assertThat(find(new NcciPair(), line(1, "A0001", modifier), line(2, "B0002", "")))
                    .isEmpty();
            assertThat(find(new NcciPair(), line(1, "A0001", ""), line(2, "B0002", modifier)))
                    .isEmpty();
            assertThat(find(new NcciPair(), line(1, "A0001", "26 51 GA " + modifier), line(2, "B0002", "")))
                    .as("at any place of the line")
                    .isEmpty();
            assertThat(find(new NcciPair(), line(1, "A0001", modifier), line(2, "B0003", modifier)))
                    .as("indicator 0")
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22", "23", "26", "32", "33", "47", "50", "51", "52", "53", "54", "55", "56", "62", "63", "66", "73",
                "74", "76", "77", "80", "81", "82", "90", "92", "95", "99", "AS", "GA", "GC", "GT", "GY", "GZ", "KX",
                "Q5", "Q6", "QW", "TC", "x e", "5", "59 ", "LR"
            })
    void noOtherModifierLiftsIt(String modifier) {
        assertThat(find(new NcciPair(), lineWith(1, "A0001", modifier), lineWith(2, "B0002", modifier)))
                .hasSize(1);
    }

    private static EncounterCoded.Line lineWith(int number, String procedure, String modifier) {
        return new EncounterCoded.Line(number, procedure, List.of(modifier), BigDecimal.ONE, 100, Facts.ON, List.of(1));
    }

    @Test
    void aModifierOfWhatWasSentLiftsItToo() {
        var before = history(sent(practitioner(), "A0001", "XS", "1", ON));
        assertThat(find(new NcciPair(), before, line(1, "B0002", ""))).isEmpty();
        var plain = history(sent(practitioner(), "A0001", "76", "1", ON));
        assertThat(find(new NcciPair(), plain, line(1, "B0002", ""))).hasSize(1);
        assertThat(find(new NcciPair(), plain, line(1, "B0002", "59"))).isEmpty();
    }

    @Test
    void aModifierOfOneLineLiftsNothingBetweenOthers() {
        assertThat(find(
                        new NcciPair(),
                        line(1, "A0001", ""),
                        line(2, "B0002", "59"),
                        line(3, "B0002", ""),
                        line(4, "99213", "25")))
                .extracting(Finding::pointer)
                .containsExactly("/encounter/lines/2/procedureCode");
    }

    @Test
    void theRowInForceOnTheDayDecides() {
        assertThat(find(
                        new NcciPair(),
                        line(1, "A0001", "59", "1", "2026-03-01"),
                        line(2, "B0002", "", "1", "2026-03-01")))
                .hasSize(1);
        assertThat(find(new NcciPair(), line(1, "A0001", "59"), line(2, "B0002", "")))
                .isEmpty();
        assertThat(find(new NcciPair(), line(1, "A0001", ""), line(2, "B0004", "")))
                .isEmpty();
    }

    @Test
    void onlyOneProviderAndDayCount() {
        assertThat(find(new NcciPair(), line(1, "A0001", "", "1", "2026-03-01"), line(2, "B0003", "")))
                .isEmpty();
        var other = new EncounterCoded.Line(
                2, "B0003", List.of(), BigDecimal.ONE, 100, Facts.ON, List.of(1), UUID.randomUUID());
        assertThat(find(new NcciPair(), line(1, "A0001", ""), other)).isEmpty();
    }

    @Test
    void whatWasSentBeforeCounts() {
        assertThat(find(new NcciPair(), history(sent(practitioner(), "A0001", "", "1", ON)), line(1, "B0003", "")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("SB900-1"));
        assertThat(find(new NcciPair(), history(sent(practitioner(), "B0003", "", "1", ON)), line(1, "A0001", "")))
                .extracting(Finding::pointer)
                .containsExactly("/encounter/lines/0/procedureCode");
        assertThat(find(
                        new NcciPair(),
                        history(sent(practitioner(), "A0001", "", "1", "2026-03-01")),
                        line(1, "B0003", "")))
                .isEmpty();
        assertThat(find(new NcciPair(), history(sent(UUID.randomUUID(), "A0001", "", "1", ON)), line(1, "B0003", "")))
                .isEmpty();
    }

    @Test
    void aFacilityHasTablesOfItsOwn() {
        facts.lines(line(1, "A0001", ""), line(2, "B0003", ""), line(3, "B0005", ""));
        assertThat(find(new NcciPair(), OfTables.facility(facts), SameDayHistory.NONE))
                .extracting(Finding::pointer)
                .containsExactly("/encounter/lines/2/procedureCode");
    }

    @Test
    void aDeniedLineIsFoundOnceForEachColumn1Code() {
        assertThat(find(new NcciPair(), line(1, "A0001", ""), line(2, "A0001", "76"), line(3, "B0003", "")))
                .hasSize(1);
    }
}
