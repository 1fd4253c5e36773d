package org.superbill.x12.generator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.SourceVersion;
import org.superbill.x12.guide.ElementDef;
import org.superbill.x12.guide.GuideNames;
import org.superbill.x12.guide.SegmentDef;
import org.superbill.x12.guide.Usage;

/** The source of a segment's record and of its composites'. */
final class SegmentSource {
    private static final Set<String> METHODS = Set.of(
            "segment",
            "components",
            "blank",
            "toString",
            "hashCode",
            "equals",
            "getClass",
            "notify",
            "notifyAll",
            "wait");

    private final JavaText java;
    private final CodeTypes codes;
    private final SegmentDef segment;
    private final String type;
    private final String place;
    private final String access;
    /** Composites by their form, so that twelve equal ones are one type. */
    private final Map<String, String> compositeTypes = new LinkedHashMap<>();

    private final Map<String, ElementDef> composites = new LinkedHashMap<>();

    SegmentSource(JavaText java, CodeTypes codes, SegmentDef segment, String type, String place, String access) {
        this.java = java;
        this.codes = codes;
        this.segment = segment;
        this.type = type;
        this.place = place;
        this.access = access;
    }

    void write() {
        java.doc("%s in %s, %s.".formatted(segment.id(), place, segment.name()));
        java.open("%srecord %s(Segment segment) implements TypedSegment {".formatted(access, type));
        members(segment.elements(), type, "segment", segment.id(), segment.id());
        composites.forEach((name, element) -> {
            java.line();
            java.doc("Composite %s, %s.".formatted(element.number(), element.name()));
            java.open("public record %s(Segment components) implements TypedComposite {".formatted(name));
            members(element.components(), name, "components", element.number(), reference(segment.id(), element) + "-");
            java.close();
        });
        java.close();
    }

    private static String reference(String parent, ElementDef element) {
        return "%s%02d".formatted(parent, element.position());
    }

    private void members(List<ElementDef> elements, String owner, String field, String id, String reference) {
        java.doc("Without values but those that the guide leaves no choice of.");
        java.open("public static %s blank() {".formatted(owner));
        java.line("return new %s(Segment.of(\"%s\"%s));".formatted(owner, id, fixed(elements)));
        java.close();
        var names = GuideNames.elements(elements);
        for (int at = 0; at < elements.size(); at++) {
            if (elements.get(at).usage() != Usage.NOT_USED) {
                var name = names.get(at);
                if (METHODS.contains(name) || SourceVersion.isKeyword(name)) {
                    throw new IllegalStateException("No element can be named " + name);
                }
                element(elements, at, name, owner, field, reference);
            }
        }
    }

    /** The only value of elements that are required and have one. */
    private static String fixed(List<ElementDef> elements) {
        var values = new ArrayList<String>();
        for (var element : elements) {
            boolean isFixed =
                    element.usage() == Usage.REQUIRED && element.codes().size() == 1;
            values.add(isFixed ? "\"" + element.codes().iterator().next() + "\"" : "null");
        }
        int last = values.size();
        while (last > 0 && values.get(last - 1).equals("null")) {
            last--;
        }
        return last == 0 ? "" : ", " + String.join(", ", values.subList(0, last));
    }

    private void element(List<ElementDef> elements, int at, String name, String owner, String field, String reference) {
        var element = elements.get(at);
        var form = form(elements, at, name, field);
        java.line();
        java.doc(doc(element, reference(reference, element)));
        java.open("public %s %s() {".formatted(form.type(), name));
        java.line("return %s;".formatted(form.read()));
        java.close();
        java.line();
        java.line("/** The same with another {@link #%s}. */".formatted(name));
        java.open("public %s %s(%s value) {".formatted(owner, name, form.type()));
        java.line("return new %s(%s);".formatted(owner, form.write()));
        java.close();
    }

    /** An accessor's type, and the expressions that read and write it. */
    private record Form(String type, String read, String write) {}

    private Form form(List<ElementDef> elements, int at, String name, String field) {
        var element = elements.get(at);
        int number = element.position();
        boolean required = element.usage() == Usage.REQUIRED;
        if (element.isComposite()) {
            return composite(element, name, field);
        }
        if (CodeTypes.isCode(element)) {
            return code(codes.typeOf(element), element, field);
        }
        var with = "Elements.with(%s, %d, value)".formatted(field, number);
        if (element.repeat() > 1) {
            return new Form(
                    "List<String>",
                    "Elements.values(%s, %d, value -> value)".formatted(field, number),
                    "Elements.withStrings(%s, %d, value)".formatted(field, number));
        }
        if (isPeriod(elements, at)) {
            var places = "%s, %d, %d".formatted(field, number - 1, number);
            return new Form(
                    required ? "DateTimePeriod" : "@Nullable DateTimePeriod",
                    "Elements.%s(%s)".formatted(required ? "requiredPeriod" : "period", places),
                    "Elements.with(%s, value)".formatted(places));
        }
        var place = "(%s, %d)".formatted(field, number);
        return switch (element.type()) {
            case "R" ->
                required
                        ? new Form("BigDecimal", "%s.requiredDecimal(%d)".formatted(field, number), with)
                        : new Form("@Nullable BigDecimal", "%s.decimal(%d)".formatted(field, number), with);
            case "N0" ->
                required
                        ? new Form("long", "Elements.requiredWholeNumber" + place, with)
                        : new Form("@Nullable Long", "Elements.wholeNumber" + place, with);
            case "DT" ->
                required
                        ? new Form("LocalDate", "Elements.requiredDate" + place, with)
                        : new Form("@Nullable LocalDate", "%s.date(%d)".formatted(field, number), with);
            case "TM" ->
                required
                        ? new Form("LocalTime", "Elements.requiredTime" + place, with)
                        : new Form("@Nullable LocalTime", "Elements.time" + place, with);
            default ->
                required
                        ? new Form("String", "%s.element(%d)".formatted(field, number), with)
                        : new Form("@Nullable String", "%s.value(%d)".formatted(field, number), with);
        };
    }

    /** A date time period behind its format. */
    private static boolean isPeriod(List<ElementDef> elements, int at) {
        return elements.get(at).number().equals("1251")
                && at > 0
                && elements.get(at - 1).number().equals("1250")
                && elements.get(at - 1).usage() != Usage.NOT_USED;
    }

    private static Form code(String codeType, ElementDef element, String field) {
        int number = element.position();
        var with = "Elements.with(%s, %d, value)".formatted(field, number);
        if (element.repeat() > 1) {
            return new Form(
                    "List<%s>".formatted(codeType),
                    "Elements.values(%s, %d, %s::new)".formatted(field, number, codeType),
                    "Elements.withCodes(%s, %d, value)".formatted(field, number));
        }
        if (element.usage() == Usage.REQUIRED) {
            return new Form(codeType, "new %s(%s.element(%d))".formatted(codeType, field, number), with);
        }
        int dot = codeType.lastIndexOf('.') + 1;
        return new Form(
                codeType.substring(0, dot) + "@Nullable " + codeType.substring(dot),
                "Elements.value(%s, %d, %s::new)".formatted(field, number, codeType),
                with);
    }

    private Form composite(ElementDef element, String name, String field) {
        var compositeType = compositeType(element, name);
        var place = "%s, %d, \"%s\"".formatted(field, element.position(), element.number());
        var with = "Elements.with(%s, %d, value)".formatted(field, element.position());
        if (element.repeat() > 1) {
            return new Form(
                    "List<%s>".formatted(compositeType),
                    "Elements.composites(%s, %s::new)".formatted(place, compositeType),
                    "Elements.withComposites(%s, %d, value)".formatted(field, element.position()));
        }
        return element.usage() == Usage.REQUIRED
                ? new Form(compositeType, "new %s(Elements.components(%s))".formatted(compositeType, place), with)
                : new Form(
                        "@Nullable " + compositeType,
                        "Elements.composite(%s, %s::new)".formatted(place, compositeType),
                        with);
    }

    private String compositeType(ElementDef element, String name) {
        var shape = new StringBuilder(element.number());
        for (var component : element.components()) {
            shape.append('/')
                    .append(component.usage())
                    .append(' ')
                    .append(component.name())
                    .append(' ')
                    .append(component.type())
                    .append(component.min())
                    .append('-')
                    .append(component.max())
                    .append(new TreeSet<>(component.codes()))
                    .append(component.list());
        }
        return compositeTypes.computeIfAbsent(shape.toString(), key -> {
            var wanted = LoopSource.upper(name);
            var free = wanted.equals(type) || composites.containsKey(wanted) ? wanted + element.number() : wanted;
            composites.put(free, element);
            return free;
        });
    }

    private static String doc(ElementDef element, String reference) {
        var text = new StringBuilder(reference);
        text.append(element.isComposite() ? ", composite " : ", element ").append(element.number());
        if (!element.isComposite()) {
            text.append(" (")
                    .append(element.type())
                    .append(' ')
                    .append(length(element))
                    .append(')');
        }
        text.append(", ").append(element.name()).append(": ").append(LoopSource.word(element.usage()));
        if (element.repeat() > 1) {
            text.append(element.repeat() == Integer.MAX_VALUE ? ", any number" : ", at most " + element.repeat());
        }
        text.append('.');
        if (!element.codes().isEmpty()) {
            text.append(" Codes: ")
                    .append(String.join(", ", new TreeSet<>(element.codes())))
                    .append('.');
        }
        if (element.list() != null) {
            text.append(" List: ").append(element.list()).append('.');
        }
        return text.toString();
    }

    private static String length(ElementDef element) {
        return element.min() == element.max() ? String.valueOf(element.min()) : element.min() + " to " + element.max();
    }
}
