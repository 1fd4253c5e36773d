package org.superbill.x12;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One segment, exactly as it was: composites, repetitions and empty elements at the end included. Elements and components are
 * counted from 1, as X12 does: {@code NM109} is {@code element(9)}, {@code SV101-2} is {@code component(1, 2)}.
 *
 * <p>The text is kept with delimiters of our own, which no data can contain, whatever the file's delimiters are.
 *
 * @param text id and elements, divided by {@link #ELEMENT}, {@link #REPETITION} and {@link #COMPONENT}
 */
public record Segment(String text) implements LoopPart {
    /** Before each element. */
    public static final char ELEMENT = '\u001D';
    /** Between the repetitions of an element. */
    public static final char REPETITION = '\u001E';
    /** Between the components of a composite. */
    public static final char COMPONENT = '\u001F';

    private static final int LONGEST_NUMBER = 20;

    /** @param elements as they are, or made by {@link #composite}; null is an empty element, and those at the end are left out */
    public static Segment of(String id, @Nullable String... elements) {
        var text = new StringBuilder(id);
        int last = elements.length;
        while (last > 0 && isEmpty(elements[last - 1])) {
            last--;
        }
        for (int at = 0; at < last; at++) {
            var element = elements[at];
            text.append(ELEMENT).append(element == null ? "" : element);
        }
        return new Segment(text.toString());
    }

    private static boolean isEmpty(@Nullable String element) {
        return element == null || element.isEmpty();
    }

    /** An element of components; null is an empty component, and those at the end are left out. */
    public static String composite(@Nullable String... components) {
        return join(COMPONENT, Arrays.asList(components));
    }

    public static String composite(Collection<? extends @Nullable String> components) {
        return join(COMPONENT, components);
    }

    /** A repeated element. */
    public static String repeated(Collection<? extends @Nullable String> repetitions) {
        return join(REPETITION, repetitions);
    }

    private static String join(char delimiter, Collection<? extends @Nullable String> parts) {
        var text = new StringBuilder();
        int length = 0;
        boolean first = true;
        for (var part : parts) {
            if (!first) {
                text.append(delimiter);
            }
            first = false;
            if (part != null && !part.isEmpty()) {
                text.append(part);
                length = text.length();
            }
        }
        text.setLength(length);
        return text.toString();
    }

    /** Reads {@code NM1*85*2*NAME} with the delimiters {@code * ^ :}, for tests and for people. */
    public static Segment parse(String x12) {
        return new Segment(x12.replace('*', ELEMENT).replace('^', REPETITION).replace(':', COMPONENT));
    }

    /** The segment's name: CLM. */
    public String id() {
        int end = text.indexOf(ELEMENT);
        return end < 0 ? text : text.substring(0, end);
    }

    public boolean is(String id) {
        return text.startsWith(id) && (text.length() == id.length() || text.charAt(id.length()) == ELEMENT);
    }

    /** The id as a number, for fast look-ups. */
    public int key() {
        return key(text);
    }

    /** @param text begins with a segment id */
    public static int key(String text) {
        int key = 0;
        for (int at = 0; at < text.length() && at < 3 && text.charAt(at) != ELEMENT; at++) {
            key = key << 8 | (text.charAt(at) & 0xFF);
        }
        return key;
    }

    /** How many elements the segment has, empty ones included. */
    public int size() {
        int size = 0;
        for (int at = text.indexOf(ELEMENT); at >= 0; at = text.indexOf(ELEMENT, at + 1)) {
            size++;
        }
        return size;
    }

    private int start(int element) {
        int at = -1;
        for (int count = 0; count < element; count++) {
            at = text.indexOf(ELEMENT, at + 1);
            if (at < 0) {
                return -1;
            }
        }
        return at + 1;
    }

    private int end(int start, char delimiter, int limit) {
        int end = text.indexOf(delimiter, start);
        return end < 0 || end > limit ? limit : end;
    }

    /** The whole element, empty when it is absent; of a composite or a repeated element see the other accessors. */
    public String element(int number) {
        int start = start(number);
        return start < 0 ? "" : text.substring(start, end(start, ELEMENT, text.length()));
    }

    /** The element, or null when it is empty or absent. */
    public @Nullable String value(int number) {
        var element = element(number);
        return element.isEmpty() ? null : element;
    }

    public boolean has(int number) {
        int start = start(number);
        return start >= 0 && start < text.length() && text.charAt(start) != ELEMENT;
    }

    /** A component of the element's first repetition, empty when it is absent. A simple element is its own first component. */
    public String component(int number, int component) {
        int start = start(number);
        if (start < 0) {
            return "";
        }
        int limit = end(start, REPETITION, end(start, ELEMENT, text.length()));
        for (int count = 1; count < component; count++) {
            start = end(start, COMPONENT, limit) + 1;
            if (start > limit) {
                return "";
            }
        }
        return text.substring(start, end(start, COMPONENT, limit));
    }

    /** The component, or null when it is empty or absent. */
    public @Nullable String componentValue(int number, int component) {
        var value = component(number, component);
        return value.isEmpty() ? null : value;
    }

    /** All components of the element's first repetition. */
    public List<String> components(int number) {
        return splitComponents(repetitions(number).get(0));
    }

    /** The components of one repetition. */
    public static List<String> splitComponents(String element) {
        return split(element, COMPONENT);
    }

    /** The element's repetitions, one when it is not repeated. */
    public List<String> repetitions(int number) {
        return split(element(number), REPETITION);
    }

    private static List<String> split(String text, char delimiter) {
        var parts = new ArrayList<String>();
        int start = 0;
        for (int at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, start)) {
            parts.add(text.substring(start, at));
            start = at + 1;
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** Whether the element is this value, without making a copy of it. */
    public boolean elementIs(int number, String value) {
        int start = start(number);
        return start >= 0 && is(start, end(start, ELEMENT, text.length()), value);
    }

    private boolean is(int start, int end, String value) {
        return value.length() == end - start && text.startsWith(value, start);
    }

    /** Whether the element is one of these values. */
    public boolean elementIsOneOf(int number, List<String> values) {
        int start = start(number);
        return start >= 0 && isOneOf(start, end(start, ELEMENT, text.length()), values);
    }

    /** Whether the first component of the element's first repetition is one of these values. */
    public boolean componentIsOneOf(int number, List<String> values) {
        int start = start(number);
        if (start < 0) {
            return false;
        }
        int limit = end(start, REPETITION, end(start, ELEMENT, text.length()));
        return isOneOf(start, end(start, COMPONENT, limit), values);
    }

    private boolean isOneOf(int start, int end, List<String> values) {
        for (int at = 0; at < values.size(); at++) {
            var value = values.get(at);
            if (is(start, end, value)) {
                return true;
            }
        }
        return false;
    }

    /** The element as a number, as written: 100.00 keeps its scale. Null when it is empty.
     * @throws X12Exception when it is not a number */
    public @Nullable BigDecimal decimal(int number) {
        var value = value(number);
        return value == null ? null : decimal(value, number);
    }

    private BigDecimal decimal(String value, int number) {
        if (!isNumber(value) || value.length() > LONGEST_NUMBER) {
            throw X12Exception.badValue(this, number, "is not a number");
        }
        return new BigDecimal(value);
    }

    static boolean isNumber(String value) {
        int at = value.startsWith("-") ? 1 : 0;
        int digits = 0;
        int points = 0;
        for (; at < value.length(); at++) {
            char c = value.charAt(at);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.') {
                points++;
            } else {
                return false;
            }
        }
        return digits > 0 && points <= 1;
    }

    /** The element as a number that must be there. @throws X12Exception when it is empty or not a number */
    public BigDecimal requiredDecimal(int number) {
        var value = decimal(number);
        if (value == null) {
            throw X12Exception.badValue(this, number, "is empty and must be a number");
        }
        return value;
    }

    /** A component as a number, null when it is empty. */
    public @Nullable BigDecimal decimal(int number, int component) {
        var value = componentValue(number, component);
        return value == null ? null : decimal(value, number);
    }

    /** The element as a date, CCYYMMDD; null when it is empty. @throws X12Exception when it is not a date */
    public @Nullable LocalDate date(int number) {
        var value = value(number);
        return value == null ? null : date(value, number);
    }

    /** Reads CCYYMMDD. @throws X12Exception naming this element when it is not a date */
    public LocalDate date(String value, int number) {
        var date = dateOrNull(value);
        if (date == null) {
            throw X12Exception.badValue(this, number, "is not a date");
        }
        return date;
    }

    static @Nullable LocalDate dateOrNull(String value) {
        if (value.length() != 8 || !isDigits(value)) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(value, 0, 4, 10),
                    Integer.parseInt(value, 4, 6, 10),
                    Integer.parseInt(value, 6, 8, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }

    static boolean isDigits(String value) {
        for (int at = 0; at < value.length(); at++) {
            if (value.charAt(at) < '0' || value.charAt(at) > '9') {
                return false;
            }
        }
        return !value.isEmpty();
    }

    /** The element as a whole number, null when it is empty. @throws X12Exception when it is not one */
    public @Nullable Integer integer(int number) {
        var value = value(number);
        if (value == null) {
            return null;
        }
        if (!isDigits(value) || value.length() > 9) {
            throw X12Exception.badValue(this, number, "is not a whole number");
        }
        return Integer.valueOf(value);
    }

    /** The same segment with one element changed; elements before it are added when they are missing. */
    public Segment with(int number, String value) {
        int start = start(number);
        if (start < 0) {
            return new Segment(text + String.valueOf(ELEMENT).repeat(number - size()) + value);
        }
        return new Segment(text.substring(0, start) + value + text.substring(end(start, ELEMENT, text.length())));
    }

    /** With the delimiters {@code * ^ :}, for people. It carries the data: not for logs. */
    public String toX12() {
        return text.replace(ELEMENT, '*').replace(REPETITION, '^').replace(COMPONENT, ':');
    }

    /** The id and the number of elements only, for a segment may carry patient data. */
    @Override
    public String toString() {
        return "Segment[" + id() + ", " + size() + " elements]";
    }

    /** CCYYMMDD. */
    public static String format(LocalDate date) {
        return String.format("%04d%02d%02d", date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /** HHMM. */
    public static String format(LocalTime time) {
        return String.format("%02d%02d", time.getHour(), time.getMinute());
    }

    /** As written: the scale is kept, there is no exponent. */
    public static @Nullable String format(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
