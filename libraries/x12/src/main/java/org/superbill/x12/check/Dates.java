package org.superbill.x12.check;

import org.jspecify.annotations.Nullable;
import org.superbill.x12.Segment;

/** Dates as numbers, CCYYMMDD, which compare as the days do; {@link #NONE} where there is no date. */
final class Dates {
    static final int NONE = 0;

    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private Dates() {}

    /** The date in eight characters of a text, NONE when they are no date. */
    static int at(String text, int start) {
        if (text.length() < start + 8) {
            return NONE;
        }
        int number = 0;
        for (int at = start; at < start + 8; at++) {
            char c = text.charAt(at);
            if (c < '0' || c > '9') {
                return NONE;
            }
            number = 10 * number + c - '0';
        }
        return isDay(number / 10_000, number / 100 % 100, number % 100) ? number : NONE;
    }

    private static boolean isDay(int year, int month, int day) {
        if (year < 1000 || month < 1 || month > 12 || day < 1) {
            return false;
        }
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return day <= (month == 2 && leap ? 29 : DAYS[month - 1]);
    }

    /** The first day of a DTP segment, whatever its format. */
    static int from(@Nullable Segment dtp) {
        return dtp == null || dtp.elementIs(2, "TM") ? NONE : at(dtp.element(3), 0);
    }

    /** The last day of a DTP segment: the end of a range, else its only day. */
    static int to(@Nullable Segment dtp) {
        return dtp != null && dtp.elementIs(2, "RD8") ? at(dtp.element(3), 9) : from(dtp);
    }

    /** Whether a value is of this format (element 1250); of formats that no guide here uses nothing is said. */
    static boolean isOf(String format, String value) {
        return switch (format) {
            case "D8" -> value.length() == 8 && at(value, 0) != NONE;
            case "RD8" ->
                value.length() == 17 && at(value, 0) != NONE && value.charAt(8) == '-' && at(value, 9) != NONE;
            case "DT" -> value.length() == 12 && at(value, 0) != NONE && isTime(value, 8);
            case "TM" -> (value.length() == 4 || value.length() == 6) && isTime(value, 0);
            default -> true;
        };
    }

    private static boolean isTime(String value, int start) {
        for (int at = start; at < value.length(); at++) {
            if (value.charAt(at) < '0' || value.charAt(at) > '9') {
                return false;
            }
        }
        return value.startsWith("0", start)
                        || value.startsWith("1", start)
                        || value.substring(start).compareTo("24") < 0
                ? value.charAt(start + 2) < '6'
                : false;
    }

    /** Whether the one day is before the other; false when one of them is not known. */
    static boolean isBefore(int day, int other) {
        return day != NONE && other != NONE && day < other;
    }
}
