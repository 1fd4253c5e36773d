package org.superbill.billing.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
                    "A0001 B0004 - - 9 never",
                    "A0001 B0005 2024-08-05 2024-08-10 0 fifth")
            .build();

    private static Optional<Integer> strictest(String code, String other, String from, String through) {
        return LoadedPairs.strictest(TABLES, false, code, other, LocalDate.parse(from), LocalDate.parse(through));
    }

    private static Optional<Integer> strictest(String code, String other, String on) {
        return strictest(code, other, on, on);
    }

    @Test
    void theRowInForceOnTheDayDecidesInBothOrders() {
        assertThat(strictest("B0002", "A0001", "2020-06-30")).contains(0);
        assertThat(strictest("B0002", "A0001", "2020-07-01")).contains(1);
        assertThat(strictest("A0001", "B0002", "2020-06-30")).contains(0);
    }

    @Test
    void ofServicesOfSeveralDaysTheStrictestRowOfASharedDayCounts() {
        assertThat(strictest("B0002", "A0001", "2020-06-30", "2020-07-03")).contains(0);
        assertThat(strictest("B0002", "A0001", "2020-07-01", "2020-07-03")).contains(1);
        assertThat(strictest("A0001", "B0005", "2024-08-01", "2024-08-31")).contains(0);
        assertThat(strictest("A0001", "B0005", "2024-08-11", "2024-08-31")).isEmpty();
        assertThat(strictest("A0001", "B0003", "2024-08-02", "2024-08-01"))
                .as("no day is shared")
                .isEmpty();
    }

    @Test
    void aPairThatNeverCountsAndNoPairSayNothing() {
        assertThat(strictest("B0004", "A0001", "2024-07-01")).isEmpty();
        assertThat(strictest("B0002", "B0003", "2024-07-01")).isEmpty();
    }
}
