package org.superbill.billing.paperform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is printed on one sheet: texts at lines (six an inch) and columns (ten an inch), both from 1. */
final class FormPage {
    private final List<Text> texts = new ArrayList<>();

    /** A text and where it begins. */
    record Text(int line, int column, String text) {}

    /** Capital letters, cut where the field ends; nothing is printed of what is absent. */
    FormPage put(int line, int column, int most, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            var capitals = PrintedText.of(text);
            texts.add(new Text(line, column, capitals.substring(0, Math.min(most, capitals.length()))));
        }
        return this;
    }

    FormPage mark(int line, int column) {
        return put(line, column, 1, "X");
    }

    /** Month, day and year, each at its column; a year of four digits where {@code longYear}. */
    FormPage date(int line, int month, int day, int year, @Nullable LocalDate date, boolean longYear) {
        if (date == null) {
            return this;
        }
        var years = "%04d".formatted(date.getYear());
        return put(line, month, 2, "%02d".formatted(date.getMonthValue()))
                .put(line, day, 2, "%02d".formatted(date.getDayOfMonth()))
                .put(line, year, longYear ? 4 : 2, longYear ? years : years.substring(2));
    }

    /** MMDDYY in one field. */
    FormPage date(int line, int column, @Nullable LocalDate date) {
        return date(line, column, column + 2, column + 4, date, false);
    }

    /** Dollars and cents with a blank between, so that the cents end at this column. */
    FormPage money(int line, int lastColumn, long cents) {
        var text = "%d %02d".formatted(cents / 100, cents % 100);
        return put(line, lastColumn - text.length() + 1, text.length(), text);
    }

    List<Text> texts() {
        return List.copyOf(texts);
    }
}
