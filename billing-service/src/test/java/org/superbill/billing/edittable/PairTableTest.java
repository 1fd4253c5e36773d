package org.superbill.billing.edittable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.superbill.billing.edittable.EditTables.Setting;

/** Which row of a pair is in force on a day. */
class PairTableTest {
    private static final EditTables INVENTED = new TestTables()
            .with(
                    EditTable.NCCI_PRACTITIONER,
                    "2024q3",
                    "2024-07-01",
                    "A0001 B0002 - 2020-06-30 0 first",
                    "A0001 B0002 - - 1 second",
                    "A0001 B0003 2021-01-01 2021-12-31 1 dated",
                    "A0001 B0004 - 2019-12-31 9 never",
                    "A0001 B0004 - - 0 again",
                    "C0005 A0001 - - 0 other")
            .build();

    private static String rationale(String first, String second, String on) {
        return INVENTED.pair(Setting.PRACTITIONER, first, second, LocalDate.parse(on))
                .map(PairRow::rationale)
                .orElse("");
    }

    @Test
    void aRowHoldsUpToItsDeletionDateAndTheNextOneAfterIt() {
        assertThat(rationale("A0001", "B0002", "2020-06-29")).isEqualTo("first");
        assertThat(rationale("A0001", "B0002", "2020-06-30")).isEqualTo("first");
        assertThat(rationale("A0001", "B0002", "2020-07-01")).isEqualTo("second");
        assertThat(rationale("A0001", "B0002", "2026-03-02")).isEqualTo("second");
    }

    @Test
    void aRowWithAnEffectiveDateDoesNotHoldBeforeIt() {
        assertThat(rationale("A0001", "B0003", "2020-12-31")).isEmpty();
        assertThat(rationale("A0001", "B0003", "2021-01-01")).isEqualTo("dated");
        assertThat(rationale("A0001", "B0003", "2021-12-31")).isEqualTo("dated");
        assertThat(rationale("A0001", "B0003", "2022-01-01")).isEmpty();
    }

    @Test
    void aRowOfIndicatorNineIsInForceAndNeverCounts() {
        var row = INVENTED.pair(Setting.PRACTITIONER, "A0001", "B0004", LocalDate.parse("2019-12-31"))
                .orElseThrow();
        assertThat(row.counts()).isFalse();
        assertThat(rationale("A0001", "B0004", "2020-01-01")).isEqualTo("again");
    }

    @Test
    void theOrderOfTheCodesMatters() {
        assertThat(rationale("B0002", "A0001", "2026-03-02")).isEmpty();
        assertThat(rationale("C0005", "A0001", "2026-03-02")).isEqualTo("other");
        assertThat(rationale("A0001", "C0005", "2026-03-02")).isEmpty();
        assertThat(rationale("A0001", "ZZZZ9", "2026-03-02")).isEmpty();
        assertThat(rationale("A0001", "b0002", "2026-03-02")).isEmpty();
    }

    @Test
    void aRowSaysWhatItIsOf() {
        var row = INVENTED.pair(Setting.PRACTITIONER, "A0001", "B0003", LocalDate.parse("2021-05-05"))
                .orElseThrow();
        assertThat(row)
                .isEqualTo(new PairRow(
                        "A0001", "B0003", LocalDate.parse("2021-01-01"), LocalDate.parse("2021-12-31"), 1, "dated"));
    }

    @Test
    void aReleaseWithoutFirstDaysAnswersFromItsFirstDayOnAndTheOneBeforeItForAllDaysBefore() {
        var tables = new TestTables()
                .with(EditTable.NCCI_PRACTITIONER, "2026q1", "2026-01-01", "A0001 B0002 - 2025-06-30 0 first")
                .with(EditTable.NCCI_PRACTITIONER, "2026q2", "2026-04-01", "A0001 B0002 - - 1 second")
                .build();
        assertThat(rationale(tables, "2025-06-30")).isEqualTo("first");
        assertThat(rationale(tables, "2026-03-31")).isEmpty();
        assertThat(rationale(tables, "2026-04-01")).isEqualTo("second");
    }

    @Test
    void aReleaseWithFirstDaysAnswersForAllDays() {
        var tables = new TestTables()
                .with(EditTable.NCCI_PRACTITIONER, "2026q1", "2026-01-01", "A0001 B0002 - - 0 first")
                .with(
                        EditTable.NCCI_PRACTITIONER,
                        "2026q2",
                        "2026-04-01",
                        "A0001 B0002 2026-02-01 - 1 second",
                        "A0001 B0003 2026-04-01 - 1 third")
                .build();
        assertThat(rationale(tables, "2026-01-31")).isEmpty();
        assertThat(rationale(tables, "2026-02-01")).isEqualTo("second");
    }

    private static String rationale(EditTables tables, String on) {
        return tables.pair(Setting.PRACTITIONER, "A0001", "B0002", LocalDate.parse(on))
                .map(PairRow::rationale)
                .orElse("");
    }

    @Test
    void addOnsWithoutFirstDaysAreOfTheirReleaseToo() {
        var tables = new TestTables()
                .with(EditTable.ADD_ON, "2025", "2025-01-01", "D0001 D0009 1 - -")
                .with(EditTable.ADD_ON, "2026", "2026-01-01", "D0001 D0009 1 - -", "D0002 D0009 1 - -")
                .build();
        assertThat(tables.isAddOn("D0002", LocalDate.parse("2025-12-31"))).isFalse();
        assertThat(tables.isAddOn("D0002", LocalDate.parse("2026-01-01"))).isTrue();
    }

    @Test
    void nothingIsFoundWhereNothingIsLoaded() {
        assertThat(EditTables.EMPTY.pair(Setting.OUTPATIENT, "A0001", "B0002", LocalDate.parse("2026-03-02")))
                .isEmpty();
    }

    @Test
    void codesKeepTheirPlacesHoweverManyThereAre() {
        var random = new Random(7);
        var set = new CodeSet();
        var codes = random.ints(40_000, 0, 60_000_000).distinct().toArray();
        for (var place = 0; place < codes.length; place++) {
            assertThat(set.add(codes[place])).isEqualTo(place);
        }
        for (var place = 0; place < codes.length; place++) {
            assertThat(set.place(codes[place])).isEqualTo(place);
            assertThat(set.add(codes[place])).isEqualTo(place);
        }
        assertThat(set.place(60_000_001)).isEqualTo(-1);
        assertThat(set.inOrder()).isEqualTo(codes);
    }

    @Test
    void aCodeIsANumberAndBack() {
        for (var code : new String[] {"00100", "99213", "0001A", "G0299", "ZZZZZ", "0000T"}) {
            assertThat(ProcedureCode.text(ProcedureCode.number(code))).isEqualTo(code);
        }
        assertThat(ProcedureCode.number("9921")).isEqualTo(ProcedureCode.NONE);
        assertThat(ProcedureCode.number("9921a")).isEqualTo(ProcedureCode.NONE);
        assertThat(ProcedureCode.is("HCPCS")).isFalse();
        assertThat(ProcedureCode.is("J1100")).isTrue();
    }
}
