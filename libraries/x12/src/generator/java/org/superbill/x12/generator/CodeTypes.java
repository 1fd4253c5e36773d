package org.superbill.x12.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.superbill.x12.guide.ElementDef;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.guide.GuideNames;
import org.superbill.x12.guide.SegmentDef;
import org.superbill.x12.guide.Usage;

/** One type for the codes of each data element for which a guide lists any. */
final class CodeTypes {
    static final String PACKAGE = "org.superbill.x12.code";

    /** Data elements whose codes the library has a type of its own for. */
    private static final Map<String, String> HAND_WRITTEN = Map.of(
            "715", "org.superbill.x12.acknowledgment.AcknowledgmentCode",
            "717", "org.superbill.x12.acknowledgment.AcknowledgmentCode",
            "1029", "org.superbill.x12.remittance.ClaimPaymentStatus",
            "1033", "org.superbill.x12.part.AdjustmentGroup");

    /** A data element with its codes in all guides. */
    static final class CodeType {
        private final String number;
        private final Set<String> codes = new TreeSet<>();
        private String simpleName = "";

        private CodeType(String number) {
            this.number = number;
        }

        String simpleName() {
            return simpleName;
        }

        String qualifiedName() {
            var own = HAND_WRITTEN.get(number);
            return own != null ? own : PACKAGE + "." + simpleName;
        }

        /** The standard's name of the data element. */
        private String name() {
            var name = MEANINGS.get(number);
            if (name == null) {
                throw new IllegalStateException("Data element %s has no name in codes.txt".formatted(number));
            }
            return name;
        }

        String source() {
            var java = new JavaText(PACKAGE);
            java.doc("Codes of data element %s, %s. Other codes than the guides' are kept.".formatted(number, name()));
            java.open("public record %s(String code) implements Code {".formatted(simpleName));
            var constants = new HashSet<String>();
            for (var code : codes) {
                var meaning = MEANINGS.getOrDefault(number + " " + code, "");
                var constant = constant(meaning, code);
                if (!constants.add(constant)) {
                    constant += "_" + constant("", code);
                }
                if (!meaning.isEmpty()) {
                    java.doc(code + ": " + meaning + ".");
                }
                java.line("public static final %s %s = new %s(\"%s\");"
                        .formatted(simpleName, constant, simpleName, code));
            }
            java.line();
            java.line("@Override");
            java.open("public String toString() {");
            java.line("return code;");
            java.close();
            java.close();
            return java.text(List.of("org.superbill.x12.Code"));
        }

        private static String constant(String meaning, String code) {
            var name = meaning.toUpperCase(Locale.ROOT)
                    .replaceAll("[^A-Z0-9]+", "_")
                    .replaceAll("^_|_$", "");
            return name.isEmpty() || Character.isDigit(name.charAt(0))
                    ? "CODE_" + code.replaceAll("[^A-Za-z0-9]+", "_").toUpperCase(Locale.ROOT)
                    : name;
        }
    }

    /** Names by data element, and what codes mean by data element and code. */
    private static final Map<String, String> MEANINGS = meanings();

    private final Map<String, CodeType> types = new TreeMap<>();

    CodeTypes(List<Guide> guides) {
        guides.stream()
                .flatMap(guide -> guide.loops().stream())
                .flatMap(loop -> loop.parts().stream())
                .filter(SegmentDef.class::isInstance)
                .flatMap(part -> ((SegmentDef) part).elements().stream())
                .forEach(this::collect);
        var taken = new HashSet<String>();
        for (var type : types.values()) {
            var name = GuideNames.pascal(type.name());
            if (!taken.add(name)) {
                throw new IllegalStateException("Two data elements are called " + name);
            }
            type.simpleName = name;
        }
    }

    private static Map<String, String> meanings() {
        var meanings = new TreeMap<String, String>();
        try (var in = Guide.class.getResourceAsStream("codes.txt")) {
            if (in == null) {
                throw new IllegalStateException("The codes' meanings are not on the class path");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        int bar = line.indexOf(" | ");
                        meanings.put(line.substring(0, bar), line.substring(bar + 3));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return meanings;
    }

    private void collect(ElementDef element) {
        element.components().forEach(this::collect);
        if (isCode(element)) {
            var type = types.computeIfAbsent(element.number(), CodeType::new);
            type.codes.addAll(element.codes());
        }
    }

    static boolean isCode(ElementDef element) {
        return element.usage() != Usage.NOT_USED
                && !element.codes().isEmpty()
                && (element.type().equals("ID") || element.type().equals("AN"));
    }

    /** The full name of the type of an element that {@link #isCode}. */
    String typeOf(ElementDef element) {
        var type = types.get(element.number());
        if (type == null) {
            throw new IllegalArgumentException("Data element " + element.number() + " has no codes");
        }
        return type.qualifiedName();
    }

    Collection<CodeType> generated() {
        var generated = new ArrayList<CodeType>();
        for (var type : types.values()) {
            if (!HAND_WRITTEN.containsKey(type.number)) {
                generated.add(type);
            }
        }
        return generated;
    }
}
