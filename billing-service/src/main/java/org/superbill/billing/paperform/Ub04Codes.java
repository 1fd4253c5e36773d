package org.superbill.billing.paperform;

import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.events.ClaimDetails;

/**
 * Condition, occurrence, span and value codes of the UB-04 (form locators 18 to 28, 31 to 36, 39 to 41); what is more than the form takes is left to the file.
 *
 * @param occurrences that of an accident among them
 */
record Ub04Codes(ClaimDetails.Institutional institutional, List<ClaimDetails.Occurrence> occurrences) {
    private static final int CONDITIONS = 11;
    private static final int[] OCCURRENCE_COLUMNS = {1, 11, 21, 31};
    private static final int[] SPAN_COLUMNS = {41, 58};
    private static final int[] VALUE_COLUMNS = {44, 57, 70};

    void put(FormPage page) {
        var conditions = or(institutional.conditionCodes());
        for (int at = 0; at < Math.min(conditions.size(), CONDITIONS); at++) {
            page.put(8, 34 + 3 * at, 2, conditions.get(at));
        }
        for (int at = 0; at < Math.min(occurrences.size(), 2 * OCCURRENCE_COLUMNS.length); at++) {
            var line = 10 + at / OCCURRENCE_COLUMNS.length;
            var column = OCCURRENCE_COLUMNS[at % OCCURRENCE_COLUMNS.length];
            page.put(line, column, 2, occurrences.get(at).code())
                    .date(line, column + 3, occurrences.get(at).date());
        }
        var spans = or(institutional.occurrenceSpans());
        for (int at = 0; at < Math.min(spans.size(), 2 * SPAN_COLUMNS.length); at++) {
            var line = 10 + at / SPAN_COLUMNS.length;
            var column = SPAN_COLUMNS[at % SPAN_COLUMNS.length];
            page.put(line, column, 2, spans.get(at).code())
                    .date(line, column + 3, spans.get(at).date())
                    .date(line, column + 10, spans.get(at).through());
        }
        var values = or(institutional.values());
        for (int at = 0; at < Math.min(values.size(), 4 * VALUE_COLUMNS.length); at++) {
            var line = 13 + at / VALUE_COLUMNS.length;
            var column = VALUE_COLUMNS[at % VALUE_COLUMNS.length];
            var hundredths = values.get(at)
                    .amount()
                    .movePointRight(2)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
            page.put(line, column, 2, values.get(at).code()).money(line, column + 11, hundredths);
        }
    }

    private static <T> List<T> or(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
