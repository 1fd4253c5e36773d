package org.superbill.x12.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.superbill.x12.Segment;
import org.superbill.x12.guide.ElementDef;
import org.superbill.x12.guide.PartNames.Names;
import org.superbill.x12.guide.SegmentDef;

/** Writes segments: by the guide's names where they fit, else as they are, element by element. */
final class SegmentWriter {
    private final JsonGenerator json;

    SegmentWriter(JsonGenerator json) {
        this.json = json;
    }

    /** Whether the guide has a place for each element and component: more of them, or repetitions of what is not repeated, have none. */
    static boolean fits(SegmentDef definition, Segment segment) {
        var elements = elements(segment);
        if (elements.size() > definition.elements().size()) {
            return false;
        }
        for (int at = 0; at < elements.size(); at++) {
            if (!fits(definition.elements().get(at), elements.get(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(ElementDef definition, String element) {
        if (definition.repeat() <= 1 && element.indexOf(Segment.REPETITION) >= 0) {
            return false;
        }
        if (element.indexOf(Segment.COMPONENT) < 0) {
            return true;
        }
        return definition.isComposite()
                && split(element, Segment.REPETITION).stream()
                        .allMatch(one -> split(one, Segment.COMPONENT).size()
                                <= definition.components().size());
    }

    /** The segment's elements from the first, repetitions and components in them. */
    static List<String> elements(Segment segment) {
        var parts = split(segment.text(), Segment.ELEMENT);
        return parts.subList(1, parts.size());
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

    /** @param segment must {@link #fits fit} */
    void named(SegmentDef definition, Names names, Segment segment) throws IOException {
        json.writeStartObject();
        var elements = elements(segment);
        int last = 0;
        for (int at = 0; at < elements.size(); at++) {
            var element = elements.get(at);
            if (!element.isEmpty()) {
                last = at + 1;
                json.writeFieldName(names.name(at));
                repetitions(definition.elements().get(at), names, at, element);
            }
        }
        if (elements.size() > last) {
            json.writeNumberField(JsonForm.SIZE, elements.size());
        }
        json.writeEndObject();
    }

    private void repetitions(ElementDef definition, Names names, int place, String element) throws IOException {
        if (definition.repeat() <= 1) {
            value(definition, names, place, element);
            return;
        }
        json.writeStartArray();
        for (var repetition : split(element, Segment.REPETITION)) {
            value(definition, names, place, repetition);
        }
        json.writeEndArray();
    }

    private void value(ElementDef definition, Names names, int place, String value) throws IOException {
        if (!definition.isComposite()) {
            json.writeString(value);
            return;
        }
        json.writeStartObject();
        var components = split(value, Segment.COMPONENT);
        int last = 1;
        for (int at = 0; at < components.size(); at++) {
            if (!components.get(at).isEmpty()) {
                last = at + 1;
                json.writeStringField(names.of(place).name(at), components.get(at));
            }
        }
        if (components.size() > last) {
            json.writeNumberField(JsonForm.SIZE, components.size());
        }
        json.writeEndObject();
    }

    /** A composite is an array of its components, a repeated element an object. */
    void raw(Segment segment) throws IOException {
        json.writeStartObject();
        json.writeStringField(JsonForm.ID, segment.id());
        json.writeArrayFieldStart(JsonForm.ELEMENTS);
        for (var element : elements(segment)) {
            var repetitions = split(element, Segment.REPETITION);
            if (repetitions.size() == 1) {
                rawValue(element);
            } else {
                json.writeStartObject();
                json.writeArrayFieldStart(JsonForm.REPETITIONS);
                for (var repetition : repetitions) {
                    rawValue(repetition);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void rawValue(String value) throws IOException {
        var components = split(value, Segment.COMPONENT);
        if (components.size() == 1) {
            json.writeString(value);
        } else {
            json.writeStartArray();
            for (var component : components) {
                json.writeString(component);
            }
            json.writeEndArray();
        }
    }

    /** A segment of the envelope: all its elements, blanks at their ends taken off where their length is fixed. */
    void envelope(Envelope kind, Segment segment) throws IOException {
        var elements = elements(segment);
        boolean simple = kind == Envelope.ISA // whose delimiters are elements
                || segment.text().indexOf(Segment.REPETITION) < 0
                        && segment.text().indexOf(Segment.COMPONENT) < 0;
        if (elements.size() > kind.names().size() || !simple) {
            raw(segment);
            return;
        }
        json.writeStartObject();
        int last = 0;
        for (int at = 0; at < elements.size(); at++) {
            int position = at + 1;
            boolean separator = kind == Envelope.ISA
                    && (position == Envelope.REPETITION_SEPARATOR || position == Envelope.COMPONENT_SEPARATOR);
            var value = kind == Envelope.ISA ? withoutPadding(elements.get(at)) : elements.get(at);
            if (!elements.get(at).isEmpty()) {
                last = position;
            }
            if (!separator && !value.isEmpty()) {
                json.writeStringField(kind.names().get(at), value);
            }
        }
        if (elements.size() > last) {
            json.writeNumberField(JsonForm.SIZE, elements.size());
        }
        json.writeEndObject();
    }

    private static String withoutPadding(String value) {
        int end = value.length();
        while (end > 0 && value.charAt(end - 1) == ' ') {
            end--;
        }
        return value.substring(0, end);
    }
}
