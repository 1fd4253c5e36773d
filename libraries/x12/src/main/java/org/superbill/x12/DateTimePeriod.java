package org.superbill.x12;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A date, a time, both, or a range of dates (data element 1251), as its format (data element 1250) says. Kept as written.
 *
 * @param format D8 a date, RD8 two dates, DT date and time, TM a time
 */
public record DateTimePeriod(String format, String text) {
    private static final int DATE = 8;

    public static DateTimePeriod on(LocalDate date) {
        return new DateTimePeriod("D8", Segment.format(date));
    }

    /** A range, also of one day. */
    public static DateTimePeriod between(LocalDate from, LocalDate to) {
        return new DateTimePeriod("RD8", Segment.format(from) + "-" + Segment.format(to));
    }

    public static DateTimePeriod at(LocalDateTime time) {
        return new DateTimePeriod("DT", Segment.format(time.toLocalDate()) + Segment.format(time.toLocalTime()));
    }

    public static DateTimePeriod at(LocalTime time) {
        return new DateTimePeriod("TM", Segment.format(time));
    }

    /** The first day. @throws X12Exception when there is no date in it */
    public LocalDate from() {
        if (format.equals("TM") || text.length() < DATE) {
            throw noDate();
        }
        return date(text.substring(0, DATE));
    }

    /** The last day, the first one again when it is a single date. @throws X12Exception when there is no date in it */
    public LocalDate to() {
        int hyphen = text.indexOf('-');
        return hyphen < 0 ? from() : date(text.substring(hyphen + 1));
    }

    /** The time of DT and TM, null when there is none. @throws X12Exception when it is no time */
    public @Nullable LocalTime time() {
        return switch (format) {
            case "DT" -> Elements.time(text.substring(Math.min(DATE, text.length())), "A date and time");
            case "TM" -> Elements.time(text, "A time");
            default -> null;
        };
    }

    private static LocalDate date(String text) {
        var date = Segment.dateOrNull(text);
        if (date == null) {
            throw noDate();
        }
        return date;
    }

    private static X12Exception noDate() {
        return new X12Exception("A date time period is not a date");
    }

    /** The format only, for a date may be a patient's. */
    @Override
    public String toString() {
        return "DateTimePeriod[" + format + "]";
    }
}
