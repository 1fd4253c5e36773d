package org.superbill.x12.json;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.superbill.x12.guide.ElementDef;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.guide.LoopDef;
import org.superbill.x12.guide.LoopUse;
import org.superbill.x12.guide.PartNames;
import org.superbill.x12.guide.PartNames.Names;
import org.superbill.x12.guide.SegmentDef;
import org.superbill.x12.guide.Usage;

/**
 * The JSON Schema (2020-12) of each transaction, from its guide. It holds the form: every name, what is a list, what is a text. What
 * the guide demands of values (usage, type, length, codes) stands in its descriptions; the check of X12 tells whether it is kept.
 */
final class TransactionSchemas {
    private static final int MOST_CODES = 40;

    private final Guide guide;
    private final PartNames names;
    private final StringBuilder out = new StringBuilder();

    private TransactionSchemas(Guide guide) {
        this.guide = guide;
        this.names = PartNames.of(guide);
    }

    static String of(Guide guide) {
        return new TransactionSchemas(guide).schema();
    }

    private String schema() {
        out.append("{\n");
        out.append("\"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n");
        out.append("\"title\": \"%s (%s)\",\n".formatted(guide.id(), String.join(", ", guide.versions())));
        out.append("\"description\": \"One transaction set in Superbill's JSON form; docs/x12.md explains it.\",\n");
        out.append("\"$ref\": \"#/$defs/transaction\",\n\"$defs\": {\n");
        var loops = new ArrayList<String>();
        for (var loop : guide.loops()) {
            loops.add("\"%s\": %s".formatted(key(loop), loop(loop)));
        }
        out.append(String.join(",\n", loops)).append(",\n").append(SHARED).append("}\n}\n");
        return out.toString();
    }

    private static final String SHARED = """
            "order": {"description": "The members in the order of the file, one entry per occurrence; absent where it is the guide's", "type": "array", "items": {"type": "string"}},
            "raw": {"type": "object", "properties": {"id": {"type": "string", "pattern": "^[A-Z0-9]{1,3}$"}, "elements": {"type": "array", "items": {"$ref": "#/$defs/rawElement"}}}, "required": ["id", "elements"], "additionalProperties": false},
            "rawElement": {"anyOf": [{"$ref": "#/$defs/rawValue"}, {"type": "object", "properties": {"repetitions": {"type": "array", "items": {"$ref": "#/$defs/rawValue"}}}, "required": ["repetitions"], "additionalProperties": false}]},
            "rawValue": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
            "size": {"description": "How many elements or components there are, where the last of them are empty", "type": "integer", "minimum": 0}
            """;

    private static String key(LoopDef loop) {
        return loop.id().isEmpty() ? "transaction" : loop.id();
    }

    private String loop(LoopDef loop) {
        var members = new ArrayList<String>();
        if (loop.id().isEmpty()) {
            members.add("\"guide\": {\"const\": %s}".formatted(quoted(guide.id())));
        }
        members.add("\"order\": {\"$ref\": \"#/$defs/order\"}");
        var keys = names.of(loop);
        for (int place = 0; place < loop.parts().size(); place++) {
            var part = loop.part(place);
            if (part.usage() != Usage.NOT_USED) {
                var one = part instanceof LoopUse use
                        ? "{\"$ref\": \"#/$defs/%s\"}".formatted(key(use.loop()))
                        : segment((SegmentDef) part, keys.of(place));
                members.add("%s: %s".formatted(quoted(keys.name(place)), repeated(part.repeat(), one)));
            }
        }
        members.add(
                "\"unknown\": {\"description\": \"Segments that the guide has no name for here\", \"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/raw\"}}");
        members.add(
                "\"rest\": {\"description\": \"Segments at the end of the loop\", \"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/raw\"}}");
        return "{\"description\": %s, \"type\": \"object\", \"properties\": {\n%s},\n%s\"additionalProperties\": false}"
                .formatted(
                        quoted(loop.id().isEmpty() ? "ST to SE" : "Loop %s, %s".formatted(loop.id(), loop.name())),
                        String.join(",\n", members),
                        loop.id().isEmpty() ? "\"required\": [\"guide\"], " : "");
    }

    private static String repeated(int repeat, String one) {
        return repeat > 1 ? "{\"type\": \"array\", \"items\": %s}".formatted(one) : one;
    }

    private static String segment(SegmentDef segment, Names keys) {
        var members = new ArrayList<String>();
        for (int place = 0; place < segment.elements().size(); place++) {
            var element = segment.elements().get(place);
            var at = "%s%02d".formatted(segment.id(), element.position());
            var one = element.isComposite() ? composite(element, at, keys.of(place)) : text(element, at);
            members.add("  %s: %s".formatted(quoted(keys.name(place)), repeated(element.repeat(), one)));
        }
        members.add("  \"size\": {\"$ref\": \"#/$defs/size\"}");
        return "{\"description\": %s, \"type\": \"object\", \"properties\": {\n%s},\n  \"additionalProperties\": false}"
                .formatted(
                        quoted("%s, %s; %s".formatted(segment.id(), segment.name(), usage(segment.usage()))),
                        String.join(",\n", members));
    }

    private static String composite(ElementDef composite, String at, Names keys) {
        var members = new ArrayList<String>();
        for (int place = 0; place < composite.components().size(); place++) {
            var component = composite.components().get(place);
            members.add("    %s: %s"
                    .formatted(quoted(keys.name(place)), text(component, "%s-%d".formatted(at, component.position()))));
        }
        members.add("    \"size\": {\"$ref\": \"#/$defs/size\"}");
        return "{\"description\": %s, \"type\": \"object\", \"properties\": {\n%s}, \"additionalProperties\": false}"
                .formatted(quoted("%s; %s".formatted(at, usage(composite.usage()))), String.join(",\n", members));
    }

    private static String text(ElementDef element, String at) {
        var description = new StringBuilder(at);
        if (element.usage() != Usage.NOT_USED) {
            description.append(", ").append(element.type()).append(' ').append(element.min());
            if (element.max() != element.min()) {
                description.append('-').append(element.max());
            }
            if (element.list() != null) {
                description.append(", ").append(element.list());
            }
        }
        description.append("; ").append(usage(element.usage()));
        if (!element.codes().isEmpty()) {
            List<String> codes = element.codes().stream().sorted().toList();
            description
                    .append(": ")
                    .append(codes.stream().limit(MOST_CODES).collect(Collectors.joining(" ")))
                    .append(codes.size() > MOST_CODES ? " …" : "");
        }
        return "{\"description\": %s, \"type\": \"string\"}".formatted(quoted(description.toString()));
    }

    private static String usage(Usage usage) {
        return switch (usage) {
            case REQUIRED -> "required";
            case SITUATIONAL -> "situational";
            case NOT_USED -> "not used";
        };
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Of the whole file, with transaction sets of any kind. */
    static String file() {
        return """
            {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "X12 file",
            "description": "A file in Superbill's JSON form; docs/x12.md explains it. Each transaction set with a guide also keeps to the schema of that guide.",
            "type": "object",
            "properties": {
            "format": {"const": "%s"},
            "interchanges": {"type": "array", "items": {"$ref": "#/$defs/interchange"}}},
            "required": ["format", "interchanges"],
            "additionalProperties": false,
            "$defs": {
            "interchange": {"type": "object", "properties": {
            "separators": {"type": "object", "properties": {"element": {"$ref": "#/$defs/character"}, "repetition": {"$ref": "#/$defs/character"}, "component": {"$ref": "#/$defs/character"}, "segment": {"$ref": "#/$defs/character"}}, "required": ["element", "repetition", "component", "segment"], "additionalProperties": false},
            "header": %s,
            "acknowledgments": {"$ref": "#/$defs/acknowledgments"},
            "groups": {"type": "array", "items": {"$ref": "#/$defs/group"}},
            "trailer": %s},
            "required": ["separators", "header"], "additionalProperties": false},
            "group": {"type": "object", "properties": {
            "header": %s,
            "transactions": {"type": "array", "items": {"type": "object", "properties": {"guide": {"enum": [%s]}}}},
            "acknowledgments": {"$ref": "#/$defs/acknowledgments"},
            "trailer": %s},
            "additionalProperties": false},
            "acknowledgments": {"type": "array", "items": %s},
            "character": {"type": "string", "minLength": 1, "maxLength": 1}}
            }
            """.formatted(
                        JsonForm.VERSION,
                        envelope(Envelope.ISA),
                        envelope(Envelope.IEA),
                        envelope(Envelope.GS),
                        Guide.all().stream().map(guide -> quoted(guide.id())).collect(Collectors.joining(", ")),
                        envelope(Envelope.GE),
                        envelope(Envelope.TA1));
    }

    private static String envelope(Envelope kind) {
        var members = new ArrayList<String>();
        for (int at = 0; at < kind.names().size(); at++) {
            if (!kind.names().get(at).endsWith("Separator")) {
                members.add("%s: {\"description\": \"%s%02d\", \"type\": \"string\"}"
                        .formatted(quoted(kind.names().get(at)), kind.name(), at + 1));
            }
        }
        members.add("\"size\": {\"type\": \"integer\"}");
        return "{\"type\": \"object\", \"properties\": {%s}, \"additionalProperties\": false}"
                .formatted(String.join(", ", members));
    }
}
