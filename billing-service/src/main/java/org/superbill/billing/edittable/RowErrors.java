package org.superbill.billing.edittable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;

/** What is wrong with the rows of a file, gathered so that whoever sent it sees all of it at once. Values are read here, so that each is checked. */
final class RowErrors {
    private static final int SHOWN = 50;
    private static final int DAY_OF_YEAR_DIGITS = 7;
    private static final int YEAR_IN_DAY_OF_YEAR = 1000;
    private static final String OPEN_YEAR = "9999";

    private final List<FieldError> errors = new ArrayList<>();
    private int count;

    void add(long line, String field, String message) {
        count++;
        if (errors.size() < SHOWN) {
            errors.add(new FieldError(
                    "/lines/%d/%s".formatted(line, field), "invalid", "Line %d: %s".formatted(line, message)));
        }
    }

    String code(long line, String field, String text) {
        if (!ProcedureCode.is(text)) {
            add(line, field, "this is no procedure code");
        }
        return text;
    }

    /** @param most the largest that it may be */
    String integer(long line, String field, String text, int most) {
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) > most) {
            add(line, field, "this is no whole number from 0 to %d".formatted(most));
        }
        return text;
    }

    /** A number with at most four decimals; an empty text is zero. */
    String decimal(long line, String field, String text) {
        if (text.isEmpty()) {
            return "0";
        }
        if (!text.matches("-?[0-9]{0,5}(\\.[0-9]{0,4})?0*") || text.equals(".") || text.equals("-")) {
            add(line, field, "this is no number with at most four decimals");
        }
        return text;
    }

    /** 20240630, 2024-06-30 or, a day of the year, 2024182; empty, {@code *}, 0 and the year 9999 are none. @return as {@link RowText} writes days */
    String day(long line, String field, String text) {
        if (text.isEmpty() || text.equals("*") || text.equals("0") || text.startsWith(OPEN_YEAR)) {
            return "";
        }
        try {
            if (text.indexOf('-') > 0) {
                return LocalDate.parse(text).toString();
            }
            var number = Integer.parseInt(text);
            var day = text.length() == DAY_OF_YEAR_DIGITS
                    ? LocalDate.ofYearDay(number / YEAR_IN_DAY_OF_YEAR, number % YEAR_IN_DAY_OF_YEAR)
                    : LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
            return day.toString();
        } catch (DateTimeException | NumberFormatException e) {
            add(line, field, "this is no day");
            return "";
        }
    }

    /** @throws Problem {@code EDIT_TABLE_FILE_INVALID} when anything was noted, or there are no rows at all */
    void throwIfAny(int rows) {
        if (rows == 0 && count == 0) {
            add(1, "", "the file has no rows");
        }
        if (count > 0) {
            throw new Problem(
                    EditTableProblem.EDIT_TABLE_FILE_INVALID,
                    "%d errors in the file; nothing was loaded".formatted(count),
                    errors);
        }
    }
}
