package org.superbill.coding.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Office visits by total time on the date of the encounter, as the rules of the date have it: since 2024 each level has a minimum; from 2021 to 2023 it had a range
 * with the same lower ends; before 2021 time counted differently and nothing is said. Source: CPT evaluation and management guidelines, 2021 and 2024; for prolonged
 * services of Medicare CMS, Physician Fee Schedule 2021 and later (G2212).
 */
final class TimeRules {
    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 1);
    private static final int PROLONGED_STEP = 15;

    /** Minutes from which a level holds. */
    private record Row(String code, int fromMinutes) {}

    private static final List<Row> NEW_PATIENT =
            List.of(new Row("99205", 60), new Row("99204", 45), new Row("99203", 30), new Row("99202", 15));
    private static final List<Row> ESTABLISHED =
            List.of(new Row("99215", 40), new Row("99214", 30), new Row("99213", 20), new Row("99212", 10));

    /** Where Medicare's prolonged time begins: behind the longest time of the highest level as it was in 2021. */
    private static final int MEDICARE_NEW = 89;

    private static final int MEDICARE_ESTABLISHED = 69;

    private TimeRules() {}

    static boolean hold(LocalDate on) {
        return !on.isBefore(FIRST_DAY);
    }

    /** The level that the minutes reach; empty below the lowest. */
    static Optional<String> level(boolean newPatient, int minutes) {
        return (newPatient ? NEW_PATIENT : ESTABLISHED)
                .stream()
                        .filter(row -> minutes >= row.fromMinutes())
                        .map(Row::code)
                        .findFirst();
    }

    /** Full units of 15 minutes beyond the highest level: 99417 from 15 minutes over its minimum, G2212 from where Medicare begins. */
    static int prolongedUnits(boolean newPatient, int minutes, boolean medicare) {
        var from = medicare
                ? newPatient ? MEDICARE_NEW : MEDICARE_ESTABLISHED
                : (newPatient ? NEW_PATIENT : ESTABLISHED).get(0).fromMinutes() + PROLONGED_STEP;
        return minutes < from ? 0 : 1 + (minutes - from) / PROLONGED_STEP;
    }

    static String prolongedCode(boolean medicare) {
        return medicare ? "G2212" : "99417";
    }
}
