package org.superbill.x12.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.superbill.x12.Segment;
import org.superbill.x12.guide.ElementDef;
import org.superbill.x12.guide.PartNames.Names;
import org.superbill.x12.guide.SegmentDef;

/** Reads segments from JSON, the reverse of {@link SegmentWriter}. */
final class SegmentParser {
    private final JsonInput json;

    SegmentParser(JsonInput json) {
        this.json = json;
    }

    /** A segment whose object has begun. */
    Segment named(SegmentDef definition, Names names) throws IOException {
        var values = new Values();
        while (json.nextName()) {
            if (json.name().equals(JsonForm.SIZE)) {
                values.size = json.size();
                continue;
            }
            int place = place(names);
            values.put(place, repetitions(definition.elements().get(place), names, place));
        }
        var text = new StringBuilder(definition.id());
        values.all(0).forEach(element -> text.append(Segment.ELEMENT).append(element));
        return new Segment(text.toString());
    }

    private int place(Names names) throws IOException {
        int place = names.place(json.name());
        if (place < 0) {
            throw unknownName();
        }
        return place;
    }

    RuntimeException unknownName() throws IOException {
        var name = json.name();
        var shown = name.length() <= 60 && name.matches("[A-Za-z0-9_]+") ? "\"" + name + "\"" : "such a name";
        return json.wrong("the guide has nothing called %s here".formatted(shown));
    }

    private String repetitions(ElementDef definition, Names names, int place) throws IOException {
        if (definition.repeat() <= 1) {
            if (!definition.isComposite()) {
                return json.text();
            }
            json.startObject();
            return composite(names.of(place));
        }
        json.startArray();
        var repetitions = new ArrayList<String>();
        if (definition.isComposite()) {
            while (json.nextObject()) {
                repetitions.add(composite(names.of(place)));
            }
        } else {
            for (var text = json.nextText(); text != null; text = json.nextText()) {
                repetitions.add(text);
            }
        }
        return String.join(String.valueOf(Segment.REPETITION), repetitions);
    }

    private String composite(Names names) throws IOException {
        var values = new Values();
        while (json.nextName()) {
            if (json.name().equals(JsonForm.SIZE)) {
                values.size = json.size();
            } else {
                values.put(place(names), json.text());
            }
        }
        return values.joined(Segment.COMPONENT, 1);
    }

    /** A segment that stands there element by element, whose object has begun. */
    Segment raw() throws IOException {
        String id = "";
        List<String> elements = List.of();
        while (json.nextName()) {
            switch (json.name()) {
                case JsonForm.ID -> id = json.text();
                case JsonForm.ELEMENTS -> elements = rawElements();
                default -> throw unknownName();
            }
        }
        if (!id.matches("[A-Za-z0-9]{1,3}")) {
            throw json.wrong("the segment before has no id of up to three letters and digits");
        }
        var text = new StringBuilder(id);
        elements.forEach(element -> text.append(Segment.ELEMENT).append(element));
        return new Segment(text.toString());
    }

    private List<String> rawElements() throws IOException {
        json.startArray();
        var elements = new ArrayList<String>();
        for (var kind = json.next(); kind != JsonInput.Kind.END; kind = json.next()) {
            elements.add(
                    switch (kind) {
                        case TEXT -> json.current();
                        case ARRAY -> rawComponents();
                        default -> rawRepetitions();
                    });
        }
        return elements;
    }

    private String rawComponents() throws IOException {
        var components = new ArrayList<String>();
        for (var text = json.nextText(); text != null; text = json.nextText()) {
            components.add(text);
        }
        return String.join(String.valueOf(Segment.COMPONENT), components);
    }

    private String rawRepetitions() throws IOException {
        var repetitions = new ArrayList<String>();
        while (json.nextName()) {
            if (!json.name().equals(JsonForm.REPETITIONS)) {
                throw unknownName();
            }
            json.startArray();
            for (var kind = json.next(); kind != JsonInput.Kind.END; kind = json.next()) {
                switch (kind) {
                    case TEXT -> repetitions.add(json.current());
                    case ARRAY -> repetitions.add(rawComponents());
                    default -> throw json.wrong("a repetition is a text or an array");
                }
            }
        }
        return String.join(String.valueOf(Segment.REPETITION), repetitions);
    }

    /** A segment of the envelope, whose object has begun. */
    List<String> envelope(Envelope kind) throws IOException {
        var values = new Values();
        while (json.nextName()) {
            if (json.name().equals(JsonForm.SIZE)) {
                values.size = json.size();
                continue;
            }
            if (json.name().equals(JsonForm.ID)) { // as it is, for it has more than the standard
                json.text();
                continue;
            }
            if (json.name().equals(JsonForm.ELEMENTS)) {
                return toEnd(rawElements());
            }
            int place = kind.names().indexOf(json.name());
            if (place < 0) {
                throw unknownName();
            }
            values.put(place, json.text());
        }
        return values.all(0);
    }

    private List<String> toEnd(List<String> elements) throws IOException {
        if (json.nextName()) {
            throw unknownName();
        }
        return elements;
    }

    /** Elements or components by their place. */
    private final class Values {
        private final List<String> values = new ArrayList<>();
        private int size = -1;

        private void put(int place, String value) {
            while (values.size() <= place) {
                values.add("");
            }
            values.set(place, value);
        }

        private List<String> all(int least) {
            if (size >= 0 && size < values.size()) {
                throw json.wrong("there are more members than size says");
            }
            while (values.size() < Math.max(size, least)) {
                values.add("");
            }
            return values;
        }

        private String joined(char delimiter, int least) {
            return String.join(String.valueOf(delimiter), all(least));
        }
    }
}
