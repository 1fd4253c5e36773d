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

    ElementChecker(ErrorLog errors) {
        this.errors = errors;
    }

    void check(SegmentDef definition, Segment checked, String loopId) {
        segment = checked;
        loop = loopId;
        int size = checked.size();
        var elements = definition.elements();
        for (int at = 0; at < elements.size(); at++) {
            element(elements.get(at));
        }
        if (size > elements.size()) {
            report("3", elements.size() + 1, 0, 0, null, "The segment has more elements than the standard", null);
        }
        for (var note : definition.notes()) {
            relation(note);
        }
    }

    private void element(ElementDef element) {
        int position = element.position();
        var text = segment.element(position);
        if (text.isEmpty()) {
            if (element.usage() == Usage.REQUIRED) {
                report("1", position, 0, 0, element, "A required element is missing", null);
            }
            return;
        }
        if (element.usage() == Usage.NOT_USED) {
            report("I10", position, 0, 0, element, "The guide does not use this element here", text);
            return;
        }
        var repetitions = segment.repetitions(position);
        if (repetitions.size() > element.repeat()) {
            report("11", position, 0, 0, element, "The element is repeated too often", text);
        }
        for (int at = 0; at < repetitions.size(); at++) {
            int repetition = repetitions.size() > 1 ? at + 1 : 0;
            if (element.isComposite()) {
                composite(element, Segment.splitComponents(repetitions.get(at)), repetition);
            } else {
                value(element, position, 0, repetition, repetitions.get(at));
            }
        }
    }

    private void composite(ElementDef composite, List<String> components, int repetition) {
        int position = composite.position();
        for (var component : composite.components()) {
            int number = component.position();
            var value = number <= components.size() ? components.get(number - 1) : "";
            if (value.isEmpty()) {
                if (component.usage() == Usage.REQUIRED) {
                    report("1", position, number, repetition, component, "A required component is missing", null);
                }
            } else if (component.usage() == Usage.NOT_USED) {
                report("I10", position, number, repetition, component, "The guide does not use this component", value);
            } else {
                value(component, position, number, repetition, value);
            }
        }
        if (components.size() > composite.components().size()) {
            int extra = composite.components().size() + 1;
            report("3", position, extra, repetition, composite, "The composite has too many components", null);
        }
    }

    private void value(ElementDef element, int position, int component, int repetition, String value) {
        if (component == 0 && value.indexOf(Segment.COMPONENT) >= 0) {
            report("3", position, 2, repetition, element, "A simple element has components", value);
            return;
        }
        if (!hasOnlyText(value)) {
            report(
                    "6",
                    position,
                    component,
                    repetition,
                    element,
                    "The value has a character that is not allowed",
                    value);
            return;
        }
        int length = length(element.type(), value);
        if (length < element.min()) {
            report("4", position, component, repetition, element, "The value is too short", value);
        } else if (length > element.max()) {
            report("5", position, component, repetition, element, "The value is too long", value);
        }
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
    private static int length(String type, String value) {
        if (!type.equals("R") && !type.equals("N0")) {
            return value.length();
        }
        int digits = value.length();
        if (value.startsWith("-")) {
            digits--;
        }
        return value.indexOf('.') >= 0 ? digits - 1 : digits;
    }

    private static boolean hasOnlyText(String value) {
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
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

    private void relation(SyntaxNote note) {
        var positions = note.positions();
        long present = positions.stream().filter(segment::has).count();
        boolean first = segment.has(positions.get(0));
        int place = positions.get(0);
        switch (note.kind()) {
            case 'P' -> {
                if (present > 0 && present < positions.size()) {
                    int missing = positions.stream()
                            .filter(at -> !segment.has(at))
                            .findFirst()
                            .orElse(place);
                    report("2", missing, 0, 0, null, "The element must stand with its pair", null);
                }
            }
            case 'R' -> {
                if (present == 0) {
                    report("2", place, 0, 0, null, "One of the elements %s must stand".formatted(positions), null);
                }
            }
            case 'E' -> {
                if (present > 1) {
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
                if (first && present < positions.size()) {
                    int missing = positions.stream()
                            .filter(at -> !segment.has(at))
                            .findFirst()
                            .orElse(place);
                    report(
                            "2",
                            missing,
                            0,
                            0,
                            null,
                            "The element must stand when element %02d does".formatted(place),
                            null);
                }
            }
            case 'L' -> {
                if (first && present == 1) {
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
