package org.superbill.x12.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.superbill.x12.Interchange;
import org.superbill.x12.Segment;
import org.superbill.x12.Separators;
import org.superbill.x12.X12Exception;
import org.superbill.x12.X12Writer;
import org.superbill.x12.guide.Guide;

/** Writes the JSON form as X12 again, in memory that does not grow with the file. Counts and control numbers are as the JSON has them. */
public final class JsonToX12 {
    private final JsonInput json;
    private final SegmentParser segments;
    private final OutputStream out;
    private final Charset charset;
    private final String lineEnd;
    private X12Writer writer;

    private JsonToX12(InputStream in, OutputStream out, Charset charset, String lineEnd) throws IOException {
        this.json = new JsonInput(in);
        this.segments = new SegmentParser(json);
        this.out = out;
        this.charset = charset;
        this.lineEnd = lineEnd;
        this.writer = X12Writer.to(out, charset, lineEnd);
    }

    /** UTF-8, each segment on a line of its own. */
    public static void convert(InputStream in, OutputStream out) throws IOException {
        convert(in, out, StandardCharsets.UTF_8, "\n");
    }

    /**
     * @param in stays open, as does {@code out}
     * @param lineEnd what follows a segment's terminator
     * @throws X12Exception with the line and column where the JSON is not of this form
     * @throws IOException when a stream fails
     */
    public static void convert(InputStream in, OutputStream out, Charset charset, String lineEnd) throws IOException {
        new JsonToX12(in, out, charset, lineEnd).document();
    }

    private void document() throws IOException {
        json.startObject();
        boolean known = false;
        while (json.nextName()) {
            switch (json.name()) {
                case JsonForm.FORMAT -> known = json.text().equals(JsonForm.VERSION);
                case JsonForm.INTERCHANGES -> {
                    requireFormat(known);
                    json.startArray();
                    while (json.nextObject()) {
                        interchange();
                    }
                }
                default -> throw notOurs();
            }
        }
        requireFormat(known);
        json.end();
        writer.flush();
    }

    private void requireFormat(boolean known) {
        if (!known) {
            throw notOurs();
        }
    }

    private X12Exception notOurs() {
        return json.wrong(
                "this is not the JSON form of X12, which begins with \"format\": \"%s\"".formatted(JsonForm.VERSION));
    }

    private void interchange() throws IOException {
        Separators separators = null;
        boolean started = false;
        while (json.nextName()) {
            var name = json.name();
            if (name.equals(JsonForm.SEPARATORS)) {
                separators = separators();
            } else if (name.equals(JsonForm.HEADER)) {
                if (separators == null || started) {
                    throw json.wrong("an interchange has its separators before its one header");
                }
                json.startObject();
                writer = X12Writer.to(out, charset, lineEnd);
                writer.startInterchange(new Interchange(isa(separators), separators));
                started = true;
            } else if (!started) {
                throw json.wrong("an interchange begins with its separators and its header");
            } else {
                inInterchange(name);
            }
        }
        if (!started) {
            throw json.wrong("an interchange has no header");
        }
    }

    private void inInterchange(String name) throws IOException {
        switch (name) {
            case JsonForm.ACKNOWLEDGMENTS -> acknowledgments();
            case JsonForm.GROUPS -> {
                json.startArray();
                while (json.nextObject()) {
                    group();
                }
            }
            case JsonForm.TRAILER -> envelope(Envelope.IEA);
            default -> throw segments.unknownName();
        }
    }

    private void acknowledgments() throws IOException {
        json.startArray();
        while (json.nextObject()) {
            put(Envelope.TA1, segments.envelope(Envelope.TA1));
        }
    }

    private void envelope(Envelope kind) throws IOException {
        json.startObject();
        put(kind, segments.envelope(kind));
    }

    private void put(Envelope kind, List<String> elements) throws IOException {
        var text = new StringBuilder(kind.name());
        elements.forEach(element -> text.append(Segment.ELEMENT).append(element));
        put(new Segment(text.toString()));
    }

    private void put(Segment segment) throws IOException {
        try {
            writer.put(segment);
        } catch (X12Exception e) {
            throw json.wrong(String.valueOf(e.getMessage()));
        }
    }

    private Separators separators() throws IOException {
        json.startObject();
        char element = 0;
        char repetition = 0;
        char component = 0;
        char segment = 0;
        while (json.nextName()) {
            switch (json.name()) {
                case "element" -> element = separator();
                case "repetition" -> repetition = separator();
                case "component" -> component = separator();
                case "segment" -> segment = separator();
                default -> throw segments.unknownName();
            }
        }
        boolean distinct = element != component
                && element != segment
                && component != segment
                && repetition != element
                && repetition != component
                && repetition != segment;
        if (!distinct || element == 0 || repetition == 0 || component == 0 || segment == 0) {
            throw json.wrong("the separators are not four different characters");
        }
        return new Separators(element, repetition, component, segment);
    }

    private char separator() throws IOException {
        var text = json.character();
        if (text.length() != 1 || text.charAt(0) > 126 || text.charAt(0) == ' ' || text.charAt(0) == 0) {
            throw json.wrong("a separator is one character of ASCII");
        }
        return text.charAt(0);
    }

    /** Its elements have fixed lengths; shorter ones are filled with blanks. */
    private Segment isa(Separators separators) throws IOException {
        var given = segments.envelope(Envelope.ISA);
        var elements = new ArrayList<String>();
        for (int at = 0; at < Envelope.ISA_LENGTHS.length; at++) {
            var value = at < given.size() ? given.get(at) : "";
            if (at + 1 == Envelope.REPETITION_SEPARATOR) {
                value = String.valueOf(separators.repetition());
            } else if (at + 1 == Envelope.COMPONENT_SEPARATOR) {
                value = String.valueOf(separators.component());
            }
            int length = Envelope.ISA_LENGTHS[at];
            boolean plain = value.chars().allMatch(c -> c < 256 && c != separators.element());
            if (value.length() > length || !plain) {
                throw json.wrong("\"%s\" has at most %d characters, none of them a separator"
                        .formatted(Envelope.ISA.names().get(at), length));
            }
            elements.add(value + " ".repeat(length - value.length()));
        }
        return new Segment("ISA" + Segment.ELEMENT + String.join(String.valueOf(Segment.ELEMENT), elements));
    }

    private void group() throws IOException {
        while (json.nextName()) {
            switch (json.name()) {
                case JsonForm.HEADER -> envelope(Envelope.GS);
                case JsonForm.ACKNOWLEDGMENTS -> acknowledgments();
                case JsonForm.TRANSACTIONS -> {
                    json.startArray();
                    while (json.nextObject()) {
                        transaction();
                    }
                }
                case JsonForm.TRAILER -> envelope(Envelope.GE);
                default -> throw segments.unknownName();
            }
        }
    }

    /** Its first member says which guide it follows; one without a guide has nothing but its segments. */
    private void transaction() throws IOException {
        if (!json.nextName()) {
            return;
        }
        if (json.name().equals(JsonForm.GUIDE)) {
            new LoopParser(json, segments, guide(json.text()), this::put).transaction();
        } else if (json.name().equals(JsonForm.REST)) {
            json.startArray();
            while (json.nextObject()) {
                put(segments.raw());
            }
            if (json.nextName()) {
                throw segments.unknownName();
            }
        } else {
            throw json.wrong("a transaction set begins with its \"guide\", or has nothing but its \"rest\"");
        }
    }

    private Guide guide(String id) {
        return Guide.all().stream()
                .filter(guide -> guide.id().equals(id))
                .findFirst()
                .orElseThrow(() -> json.wrong("there is no such guide"));
    }
}
