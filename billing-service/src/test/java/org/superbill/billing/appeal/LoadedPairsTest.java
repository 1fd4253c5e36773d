package org.superbill.billing.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.superbill.billing.edittable.EditTable;
import org.superbill.billing.edittable.EditTables;
import org.superbill.billing.edittable.TestTables;

/** Which indicator decides whether an appeal against CO-236 can be won. */
class LoadedPairsTest {
    private static final EditTables TABLES = new TestTables()
            .with(
                    EditTable.NCCI_PRACTITIONER,
                    "2024q3",
                    "2024-07-01",
                    "A0001 B0002 - 2020-06-30 0 first",
                    "A0001 B0002 - - 1 second",
                    "A0001 B0003 - - 0 third",
                    "A0001 B0004 - - 9 never")
            .build();

    private static Optional<String> strictest(String code, String on, String... others) {
        return LoadedPairs.strictest(TABLES, false, code, List.of(others), LocalDate.parse(on));
    }

    @Test
    void theRowInForceOnTheDayDecidesInBothOrders() {
        assertThat(strictest("B0002", "2020-06-30", "A0001")).contains("0");
        assertThat(strictest("B0002", "2020-07-01", "A0001")).contains("1");
        assertThat(strictest("A0001", "2020-06-30", "B0002")).contains("0");
    }

    @Test
    void theStrictestOfSeveralPairsCounts() {
        assertThat(strictest("A0001", "2024-07-01", "B0002", "B0003")).contains("0");
    }

    @Test
    void aPairThatNeverCountsAndNoPairSayNothing() {
        assertThat(strictest("B0004", "2024-07-01", "A0001")).isEmpty();
        assertThat(strictest("B0002", "2024-07-01", "B0003")).isEmpty();
    }
}
