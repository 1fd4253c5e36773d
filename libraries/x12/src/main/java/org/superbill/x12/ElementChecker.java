package org.superbill.x12;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.guide.ElementDef;
import org.superbill.x12.guide.SegmentDef;
import org.superbill.x12.guide.SyntaxNote;
import org.superbill.x12.guide.Usage;

/** Holds a segment's elements against the guide: presence, number, length, type, codes, relations. Codes are those of IK403. */
final class ElementChecker {
    private final ErrorLog errors;

    private Segment segment = Segment.of("ST");
    private String loop = "";
    /** A bit for each element that is there, by position; no segment of a guide has more than 31. */
    private long present;

    ElementChecker(ErrorLog errors) {
        this.errors = errors;
    }

    /** Goes through the text once, without copies of sound values: it is most of what a check costs. */
    void check(SegmentDef definition, Segment checked, String loopId) {
        segment = checked;
        loop = loopId;
        present = 0;
        var text = checked.text();
        var elements = definition.elements();
        int delimiter = text.indexOf(Segment.ELEMENT);
        int at = 0;
        for (; delimiter >= 0 && at < elements.size(); at++) {
            int start = delimiter + 1;
            delimiter = text.indexOf(Segment.ELEMENT, start);
            element(elements.get(at), text, start, delimiter < 0 ? text.length() : delimiter);
        }
        boolean hasMore = delimiter >= 0;
        for (; at < elements.size(); at++) {
            absent(elements.get(at));
        }
        if (hasMore) {
            report("3", elements.size() + 1, 0, 0, null, "The segment has more elements than the standard", null);
        }
        var notes = definition.notes();
        for (int note = 0; note < notes.size(); note++) {
            relation(notes.get(note));
        }
    }

    private void absent(ElementDef element) {
        if (element.usage() == Usage.REQUIRED) {
            report("1", element.position(), 0, 0, element, "A required element is missing", null);
        }
    }

    private void element(ElementDef element, String text, int start, int end) {
        int position = element.position();
        if (start == end) {
            absent(element);
            return;
        }
        present |= 1L << position;
        if (element.usage() == Usage.NOT_USED) {
            report(
                    "I10",
                    position,
                    0,
                    0,
                    element,
                    "The guide does not use this element here",
                    text.substring(start, end));
            return;
        }
        if (has(text, Segment.REPETITION, start, end)) {
            repetitions(element, text.substring(start, end));
        } else if (element.isComposite()) {
            composite(element, text, start, end, 0);
        } else {
            value(element, position, 0, 0, text, start, end);
        }
    }

    private static boolean has(String text, char c, int start, int end) {
        for (int at = start; at < end; at++) {
            if (text.charAt(at) == c) {
                return true;
            }
        }
        return false;
    }

    private void repetitions(ElementDef element, String text) {
        var repetitions = segment.repetitions(element.position());
        if (repetitions.size() > element.repeat()) {
            report("11", element.position(), 0, 0, element, "The element is repeated too often", text);
        }
        for (int at = 0; at < repetitions.size(); at++) {
            var repetition = repetitions.get(at);
            if (element.isComposite()) {
                composite(element, repetition, 0, repetition.length(), at + 1);
            } else {
                value(element, element.position(), 0, at + 1, repetition, 0, repetition.length());
            }
        }
    }

    private void composite(ElementDef composite, String text, int from, int to, int repetition) {
        int position = composite.position();
        var components = composite.components();
        int start = from;
        for (int at = 0; at < components.size(); at++) {
            var component = components.get(at);
            int end = start;
            while (end < to && text.charAt(end) != Segment.COMPONENT) {
                end++;
            }
            int number = component.position();
            if (start >= end) {
                if (component.usage() == Usage.REQUIRED) {
                    report("1", position, number, repetition, component, "A required component is missing", null);
                }
            } else if (component.usage() == Usage.NOT_USED) {
                var value = text.substring(start, end);
                report("I10", position, number, repetition, component, "The guide does not use this component", value);
            } else {
                value(component, position, number, repetition, text, start, end);
            }
            start = end + 1; // behind the end of the text when there are no more
        }
        if (start <= to) {
            int extra = components.size() + 1;
            report("3", position, extra, repetition, composite, "The composite has too many components", null);
        }
    }

    private void value(
            ElementDef element, int position, int component, int repetition, String text, int start, int end) {
        if (component == 0 && has(text, Segment.COMPONENT, start, end)) {
            report(
                    "3",
                    position,
                    2,
                    repetition,
                    element,
                    "A simple element has components",
                    text.substring(start, end));
            return;
        }
        if (!hasOnlyText(text, start, end)) {
            report(
                    "6",
                    position,
                    component,
                    repetition,
                    element,
                    "The value has a character that is not allowed",
                    text.substring(start, end));
            return;
        }
        int length = length(element.type(), text, start, end);
        if (length < element.min()) {
            report("4", position, component, repetition, element, "The value is too short", text.substring(start, end));
        } else if (length > element.max()) {
            report("5", position, component, repetition, element, "The value is too long", text.substring(start, end));
        }
        if (!element.type().equals("AN") || !element.codes().isEmpty()) {
            content(element, position, component, repetition, text.substring(start, end));
        }
    }

    private void content(ElementDef element, int position, int component, int repetition, String value) {
        switch (element.type()) {
            case "R" -> {
                if (!Segment.isNumber(value)) {
                    report("6", position, component, repetition, element, "The value is not a number", value);
                }
            }
            case "N0" -> {
                if (!Segment.isDigits(value.startsWith("-") ? value.substring(1) : value)) {
                    report("6", position, component, repetition, element, "The value is not a whole number", value);
                }
            }
            case "DT" -> {
                if (!isDate(value)) {
                    report("8", position, component, repetition, element, "The value is not a date", value);
                }
            }
            case "TM" -> {
                if (!isTime(value)) {
                    report("9", position, component, repetition, element, "The value is not a time", value);
                }
            }
            default -> {
                // text and codes
            }
        }
        if (!element.codes().isEmpty() && !element.codes().contains(value)) {
            report("7", position, component, repetition, element, "The value is not one of the guide's codes", value);
        }
    }

    /** The length of a number is its digits: neither sign nor point count. */
    private static int length(String type, String text, int start, int end) {
        if (!type.equals("R") && !type.equals("N0")) {
            return end - start;
        }
        int digits = end - start;
        if (digits > 0 && text.charAt(start) == '-') {
            digits--;
        }
        return has(text, '.', start, end) ? digits - 1 : digits;
    }

    private static boolean hasOnlyText(String text, int start, int end) {
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            if (c < ' ' || c == 127) {
                return false;
            }
        }
        return true;
    }

    static boolean isDate(String value) {
        if (!Segment.isDigits(value) || value.length() != 8 && value.length() != 6) {
            return false;
        }
        var full = value.length() == 6 ? "20" + value : value;
        try {
            return LocalDate.of(
                                    Integer.parseInt(full, 0, 4, 10),
                                    Integer.parseInt(full, 4, 6, 10),
                                    Integer.parseInt(full, 6, 8, 10))
                            .getYear()
                    >= 1000;
        } catch (DateTimeException e) {
            return false;
        }
    }

    static boolean isTime(String value) {
        return Segment.isDigits(value)
                && value.length() >= 4
                && value.compareTo("24") < 0
                && value.charAt(2) < '6'
                && (value.length() < 6 || value.charAt(4) < '6');
    }

    private boolean isPresent(int position) {
        return (present & 1L << position) != 0;
    }

    private int countPresent(List<Integer> positions) {
        int count = 0;
        for (int at = 0; at < positions.size(); at++) {
            count += isPresent(positions.get(at)) ? 1 : 0;
        }
        return count;
    }

    private int firstMissing(List<Integer> positions) {
        for (int at = 0; at < positions.size(); at++) {
            if (!isPresent(positions.get(at))) {
                return positions.get(at);
            }
        }
        return positions.get(0);
    }

    private void relation(SyntaxNote note) {
        var positions = note.positions();
        int count = countPresent(positions);
        int place = positions.get(0);
        boolean first = isPresent(place);
        switch (note.kind()) {
            case 'P' -> {
                if (count > 0 && count < positions.size()) {
                    report("2", firstMissing(positions), 0, 0, null, "The element must stand with its pair", null);
                }
            }
            case 'R' -> {
                if (count == 0) {
                    report("2", place, 0, 0, null, "One of the elements %s must stand".formatted(positions), null);
                }
            }
            case 'E' -> {
                if (count > 1) {
                    report(
                            "10",
                            positions.get(1),
                            0,
                            0,
                            null,
                            "Only one of the elements %s may stand".formatted(positions),
                            null);
                }
            }
            case 'C' -> {
                if (first && count < positions.size()) {
                    report(
                            "2",
                            firstMissing(positions),
                            0,
                            0,
                            null,
                            "The element must stand when element %02d does".formatted(place),
                            null);
                }
            }
            case 'L' -> {
                if (first && count == 1) {
                    report(
                            "2",
                            positions.get(1),
                            0,
                            0,
                            null,
                            "One of the elements %s must stand when the first does".formatted(positions),
                            null);
                }
            }
            default -> throw new IllegalStateException("Unknown relation " + note.kind());
        }
    }

    private void report(
            String code,
            int element,
            int component,
            int repetition,
            @Nullable ElementDef definition,
            String message,
            @Nullable String value) {
        errors.element(
                code,
                segment.id(),
                loop,
                element,
                component,
                repetition,
                definition == null ? null : definition.number(),
                message,
                value);
    }
}
