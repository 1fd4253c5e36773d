package org.superbill.coding.codingquery;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.superbill.coding.cac.DataFile;

/** Which tests, findings and drugs bear on which condition: {@code codingquery/indicators.tsv}, where each row has its source. It says that they bear on it, never that they prove it. */
final class KnownIndicators {
    private static final List<Row> ROWS =
            DataFile.rows("codingquery/indicators.tsv").stream().map(Row::of).toList();

    /**
     * A row.
     *
     * @param condition as an option names it
     * @param indicator as a record has it; with a limit its first group is the value
     * @param limit what the value has to be, or none
     */
    private record Row(Pattern condition, Pattern indicator, Limit limit) {
        static Row of(String[] fields) {
            return new Row(pattern(fields[0]), pattern(fields[1]), Limit.of(fields[2]));
        }

        private static Pattern pattern(String words) {
            return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        }

        boolean bears(String quote) {
            var found = indicator.matcher(quote);
            while (found.find()) {
                if (limit.equals(Limit.NONE) || limit.holds(new BigDecimal(found.group(1)))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** @param sign {@code <} or {@code >}; zero where there is no limit */
    private record Limit(int sign, BigDecimal value) {
        static final Limit NONE = new Limit(0, BigDecimal.ZERO);

        static Limit of(String field) {
            return field.isEmpty()
                    ? NONE
                    : new Limit(field.startsWith("<") ? -1 : 1, new BigDecimal(field.substring(1)));
        }

        boolean holds(BigDecimal measured) {
            return measured.compareTo(value) == sign;
        }
    }

    private KnownIndicators() {}

    /** Whether an option is of a condition that the table has. */
    static boolean know(String option) {
        return ROWS.stream().anyMatch(row -> row.condition().matcher(option).find());
    }

    static boolean bear(String quote, String option) {
        return ROWS.stream()
                .filter(row -> row.condition().matcher(option).find())
                .anyMatch(row -> row.bears(quote));
    }
}
