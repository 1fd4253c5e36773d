package org.superbill.x12;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads and sets a segment's elements by their types. The records that are made from the guides consist of this. What is named
 * {@code required…} throws where the element is empty; the others give null.
 */
public final class Elements {
    private static final int LONGEST_WHOLE_NUMBER = 18;

    private Elements() {}

    /** A code or the like, null when the element is empty. */
    public static <T> @Nullable T value(Segment segment, int number, Function<String, T> type) {
        var value = segment.value(number);
        return value == null ? null : type.apply(value);
    }

    /** The element's repetitions, none when it is empty. */
    public static <T> List<T> values(Segment segment, int number, Function<String, T> type) {
        return segment.has(number)
                ? segment.repetitions(number).stream().map(type).toList()
                : List.of();
    }

    /** @throws X12Exception when it is not a whole number */
    public static @Nullable Long wholeNumber(Segment segment, int number) {
        var value = segment.value(number);
        if (value == null) {
            return null;
        }
        int sign = value.startsWith("-") ? 1 : 0;
        if (!Segment.isDigits(value.substring(sign)) || value.length() > LONGEST_WHOLE_NUMBER) {
            throw X12Exception.badValue(segment, number, "is not a whole number");
        }
        return Long.valueOf(value);
    }

    /** @throws X12Exception when it is empty or not a whole number */
    public static long requiredWholeNumber(Segment segment, int number) {
        return required(segment, number, wholeNumber(segment, number));
    }

    /** CCYYMMDD. @throws X12Exception when it is empty or not a date */
    public static LocalDate requiredDate(Segment segment, int number) {
        return required(segment, number, segment.date(number));
    }

    /** HHMM, HHMMSS or with decimals of a second. @throws X12Exception when it is not a time */
    public static @Nullable LocalTime time(Segment segment, int number) {
        var value = segment.value(number);
        return value == null ? null : time(value, segment.id() + (number < 10 ? "0" : "") + number);
    }

    /** @throws X12Exception when it is empty or not a time */
    public static LocalTime requiredTime(Segment segment, int number) {
        return required(segment, number, time(segment, number));
    }

    static LocalTime time(String value, String what) {
        int length = value.length();
        try {
            if (Segment.isDigits(value) && (length == 4 || length >= 6 && length <= 8)) {
                int seconds = length < 6 ? 0 : Integer.parseInt(value, 4, 6, 10);
                int fraction = length == 7
                        ? 100_000_000 * Integer.parseInt(value, 6, 7, 10)
                        : length == 8 ? 10_000_000 * Integer.parseInt(value, 6, 8, 10) : 0;
                return LocalTime.of(
                        Integer.parseInt(value, 0, 2, 10), Integer.parseInt(value, 2, 4, 10), seconds, fraction);
            }
        } catch (DateTimeException e) {
            throw new X12Exception(what + " is not a time");
        }
        throw new X12Exception(what + " is not a time");
    }

    /** @param format where its format stands (data element 1250) */
    public static @Nullable DateTimePeriod period(Segment segment, int format, int number) {
        return segment.has(number) ? new DateTimePeriod(segment.element(format), segment.element(number)) : null;
    }

    /** @throws X12Exception when it is empty */
    public static DateTimePeriod requiredPeriod(Segment segment, int format, int number) {
        return required(segment, number, period(segment, format, number));
    }

    /**
     * The components of the element's first repetition as the elements of a segment, whose id is the composite's number.
     *
     * @param id C003
     */
    public static Segment components(Segment segment, int number, String id) {
        return components(segment.repetitions(number).get(0), id);
    }

    private static Segment components(String element, String id) {
        return new Segment(element.isEmpty() ? id : id + Segment.ELEMENT + toElements(element));
    }

    private static String toElements(String element) {
        return element.replace(Segment.COMPONENT, Segment.ELEMENT);
    }

    /** The first repetition of a composite, null when it is empty. */
    public static <T> @Nullable T composite(Segment segment, int number, String id, Function<Segment, T> type) {
        return segment.has(number) ? type.apply(components(segment, number, id)) : null;
    }

    /** The repetitions of a composite, none when it is empty. */
    public static <T> List<T> composites(Segment segment, int number, String id, Function<Segment, T> type) {
        return values(segment, number, element -> type.apply(components(element, id)));
    }

    private static <T> T required(Segment segment, int number, @Nullable T value) {
        if (value == null) {
            throw X12Exception.badValue(segment, number, "is empty and must have a value");
        }
        return value;
    }

    /** The same segment with the element changed; null empties it. */
    public static Segment with(Segment segment, int number, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            return segment.with(number, value);
        }
        if (!segment.has(number)) {
            return segment;
        }
        var text = segment.with(number, "").text();
        int end = text.length();
        while (text.charAt(end - 1) == Segment.ELEMENT) {
            end--;
        }
        return new Segment(text.substring(0, end));
    }

    public static Segment with(Segment segment, int number, @Nullable Code value) {
        return with(segment, number, value == null ? null : value.code());
    }

    public static Segment with(Segment segment, int number, @Nullable BigDecimal value) {
        return with(segment, number, Segment.format(value));
    }

    public static Segment with(Segment segment, int number, @Nullable Long value) {
        return with(segment, number, value == null ? null : value.toString());
    }

    public static Segment with(Segment segment, int number, @Nullable LocalDate value) {
        return with(segment, number, value == null ? null : Segment.format(value));
    }

    /** HHMM, or HHMMSS when there are seconds. */
    public static Segment with(Segment segment, int number, @Nullable LocalTime value) {
        return with(segment, number, value == null ? null : format(value));
    }

    private static String format(LocalTime time) {
        var text = Segment.format(time);
        return time.getSecond() == 0 ? text : text + String.format("%02d", time.getSecond());
    }

    /** Sets the format, too. */
    public static Segment with(Segment segment, int format, int number, @Nullable DateTimePeriod value) {
        return value == null
                ? with(with(segment, number, (String) null), format, (String) null)
                : with(with(segment, format, value.format()), number, value.text());
    }

    public static Segment with(Segment segment, int number, @Nullable TypedComposite value) {
        return with(segment, number, value == null ? null : text(value));
    }

    public static Segment withStrings(Segment segment, int number, List<String> values) {
        return with(segment, number, Segment.repeated(values));
    }

    public static Segment withCodes(Segment segment, int number, List<? extends Code> values) {
        return withStrings(segment, number, values.stream().map(Code::code).toList());
    }

    public static Segment withComposites(Segment segment, int number, List<? extends TypedComposite> values) {
        return withStrings(segment, number, values.stream().map(Elements::text).toList());
    }

    private static String text(TypedComposite composite) {
        var parts = new ArrayList<String>();
        var components = composite.components();
        for (int at = 1; at <= components.size(); at++) {
            parts.add(components.element(at));
        }
        return Segment.composite(parts);
    }
}
