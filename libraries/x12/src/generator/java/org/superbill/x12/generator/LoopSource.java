package org.superbill.x12.generator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.guide.GuideNames;
import org.superbill.x12.guide.LoopDef;
import org.superbill.x12.guide.LoopUse;
import org.superbill.x12.guide.PartDef;
import org.superbill.x12.guide.SegmentDef;
import org.superbill.x12.guide.Usage;

/** The source of one loop's type. */
final class LoopSource {
    private static final List<String> IMPORTS = List.of(
            "java.math.BigDecimal",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.util.List",
            "org.jspecify.annotations.Nullable",
            "org.superbill.x12.DateTimePeriod",
            "org.superbill.x12.Elements",
            "org.superbill.x12.Loop",
            "org.superbill.x12.LoopBuilder",
            "org.superbill.x12.LoopPart",
            "org.superbill.x12.Segment",
            "org.superbill.x12.Transaction",
            "org.superbill.x12.TypedComposite",
            "org.superbill.x12.TypedLoop",
            "org.superbill.x12.TypedSegment",
            "org.superbill.x12.TypedTransaction",
            "org.superbill.x12.guide.Guide",
            "org.superbill.x12.guide.LoopDef",
            "org.superbill.x12.part.Address",
            "org.superbill.x12.part.Contact",
            "org.superbill.x12.part.Demographics",
            "org.superbill.x12.part.EntityName",
            "org.superbill.x12.part.NamedLoop",
            "org.superbill.x12.part.Reference");

    /** Names that a nested type must not take. */
    private static final Set<String> TYPES = IMPORTS.stream()
            .map(name -> name.substring(name.lastIndexOf('.') + 1))
            .collect(Collectors.toSet());

    /** Methods that a loop has besides those of its parts. */
    private static final Set<String> METHODS = Set.of(
            "loop",
            "segments",
            "guide",
            "builder",
            "of",
            "entityCode",
            "name",
            "npi",
            "address",
            "references",
            "reference",
            "contacts",
            "taxonomyCode");

    private final Guide guide;
    private final GuideNames names;
    private final LoopDef loop;
    private final List<LoopUse> uses;
    private final CodeTypes codes;
    private final Predicate<String> isHandWritten;
    private final boolean isInterface;
    private final List<String> partNames;
    private final JavaText java;

    LoopSource(
            Guide guide,
            GuideNames names,
            LoopDef loop,
            List<LoopUse> uses,
            CodeTypes codes,
            Predicate<String> isHandWritten) {
        this.guide = guide;
        this.names = names;
        this.loop = loop;
        this.uses = uses;
        this.codes = codes;
        this.isHandWritten = isHandWritten;
        this.isInterface = isHandWritten.test(names.loop(loop));
        this.partNames = names.parts(loop);
        this.java = new JavaText("org.superbill.x12." + names.packageName());
    }

    private boolean isRoot() {
        return loop.id().isEmpty();
    }

    String typeName() {
        return isInterface ? isRoot() ? "Transaction" + guide.id() : "Loop" + loop.id() : names.loop(loop);
    }

    /** The record's name, be it generated or the library's own. */
    private String recordName() {
        return names.loop(loop);
    }

    /** The name of the constant in {@link Guide}. */
    private String guideField() {
        for (var field : Guide.class.getFields()) {
            try {
                if (field.get(null) == guide) {
                    return field.getName();
                }
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("No constant for guide " + guide.id());
    }

    String source() {
        java.doc(doc());
        java.open(declaration());
        java.doc("What the guide says of this loop.");
        java.line("%sLoopDef DEFINITION = Guide.%s.%s;"
                .formatted(
                        isInterface ? "" : "public static final ",
                        guideField(),
                        isRoot() ? "root()" : "loop(\"" + loop.id() + "\")"));
        if (isRoot()) {
            root();
        }
        if (!isInterface && isNamed()) {
            new NamedLoopSource(java, guideField(), loop, recordName()).of();
        }
        for (int index = 0; index < loop.parts().size(); index++) {
            accessor(index);
        }
        builder();
        for (int index = 0; index < loop.parts().size(); index++) {
            if (loop.part(index) instanceof SegmentDef segment) {
                java.line();
                new SegmentSource(java, codes, segment, segmentType(index), place(), isInterface ? "" : "public ")
                        .write();
            }
        }
        java.close();
        return java.text(IMPORTS);
    }

    private String doc() {
        if (isRoot()) {
            return "A transaction set of the %s (%s), ST to SE.".formatted(guide.id(), guide.version());
        }
        var first = uses.get(0);
        var usage = uses.stream().map(LoopUse::usage).distinct().count() > 1
                ? "required or situational, by its place"
                : word(first.usage());
        return "%s loop %s, %s: %s, %s.".formatted(guide.id(), loop.id(), loop.name(), usage, times(first.repeat()));
    }

    private String place() {
        return isRoot() ? "the " + guide.id() : "loop " + loop.id() + " of the " + guide.id();
    }

    static String word(Usage usage) {
        return switch (usage) {
            case REQUIRED -> "required";
            case SITUATIONAL -> "situational";
            case NOT_USED -> "not used";
        };
    }

    private static String times(int repeat) {
        return repeat == 1 ? "once" : repeat == Integer.MAX_VALUE ? "any number" : "at most " + repeat;
    }

    private boolean isNamed() {
        return !isRoot() && loop.trigger().id().equals("NM1");
    }

    private String declaration() {
        var parent = isRoot() ? "TypedTransaction" : isNamed() ? "NamedLoop" : "TypedLoop";
        return isInterface
                ? "public interface %s extends %s {".formatted(typeName(), parent)
                : "public record %s(Loop loop) implements %s {".formatted(typeName(), parent);
    }

    private String method() {
        return isInterface ? "default " : "public ";
    }

    private String staticMethod() {
        return isInterface ? "static " : "public static ";
    }

    private void root() {
        if (!isInterface) {
            java.line();
            java.line("/** @throws IllegalArgumentException when the transaction set follows another guide */");
            java.open("public static %s of(Transaction transaction) {".formatted(recordName()));
            java.line("return new %s(TypedTransaction.root(transaction, Guide.%s));"
                    .formatted(recordName(), guideField()));
            java.close();
        }
        java.line();
        java.line("@Override");
        java.open(method() + "Guide guide() {");
        java.line("return Guide.%s;".formatted(guideField()));
        java.close();
    }

    private String segmentType(int index) {
        var name = upper(partNames.get(index));
        if (TYPES.contains(name)
                || name.equals("Builder")
                || name.equals(typeName())
                || isHandWritten.test(name)) { // a nested type would hide the one of the package
            name += upper(loop.part(index).trigger().id().toLowerCase(Locale.ROOT));
        }
        return name;
    }

    static String upper(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** The accessor of a part: a segment's name; a child loop's short name, its full one where a sibling has the short one. */
    private String accessorName(int index) {
        var name = partNames.get(index);
        if (loop.part(index) instanceof LoopUse use) {
            var shortName = lower(names.shortName(use.loop()));
            if (isFree(shortName, index)) {
                return shortName;
            }
        }
        if (METHODS.contains(name) || SourceVersion.isKeyword(name)) {
            throw new IllegalStateException("A part of loop %s cannot be named %s".formatted(loop.id(), name));
        }
        return name;
    }

    private boolean isFree(String name, int index) {
        var others = new ArrayList<>(partNames);
        others.remove(index);
        for (int at = 0; at < loop.parts().size(); at++) {
            if (at != index && loop.part(at) instanceof LoopUse use) {
                others.add(lower(names.shortName(use.loop())));
            }
        }
        return !new HashSet<>(others).contains(name) && !METHODS.contains(name) && !SourceVersion.isKeyword(name);
    }

    private static String lower(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private String type(int index) {
        return loop.part(index) instanceof LoopUse use ? names.loop(use.loop()) : segmentType(index);
    }

    private void accessor(int index) {
        PartDef part = loop.part(index);
        if (part.usage() == Usage.NOT_USED) {
            return;
        }
        var type = type(index);
        java.line();
        java.doc(partDoc(part));
        boolean isLoop = part instanceof LoopUse;
        var what = isLoop ? "\"" + ((LoopUse) part).loop().id() + "\"" : String.valueOf(index);
        var call = (isLoop ? "loop().%s(%s, " : "DEFINITION.%s(loop(), %s, ") + type + "::new)";
        if (part.repeat() > 1) {
            java.open("%sList<%s> %s() {".formatted(method(), type, accessorName(index)));
            java.line("return " + call.formatted(isLoop ? "loops" : "all", what) + ";");
        } else if (part.usage() == Usage.REQUIRED) {
            java.open("%s%s %s() {".formatted(method(), type, accessorName(index)));
            java.line("return " + call.formatted("required", what) + ";");
        } else {
            java.open("%s@Nullable %s %s() {".formatted(method(), type, accessorName(index)));
            java.line("return " + call.formatted(isLoop ? "loop" : "first", what) + ";");
        }
        java.close();
    }

    private static String partDoc(PartDef part) {
        var reference = part instanceof LoopUse use
                ? "Loop " + use.loop().id()
                : part.trigger().id();
        return "%s, %s: %s, %s.".formatted(reference, part.name(), word(part.usage()), times(part.repeat()));
    }

    private void builder() {
        java.line();
        java.open(staticMethod() + "Builder builder() {");
        java.line("return new Builder();");
        java.close();
        java.line();
        java.doc("Builds %s. Parts may come in any order; the guide's order is made in the end."
                .formatted(isRoot() ? "the transaction set; the writer adds ST and SE" : "loop " + loop.id()));
        java.open((isInterface ? "" : "public static ") + "final class Builder {");
        java.line("private final LoopBuilder parts = new LoopBuilder(DEFINITION);");
        java.line();
        java.line("private Builder() {}");
        for (int index = 0; index < loop.parts().size(); index++) {
            var part = loop.part(index);
            var id = part.trigger().id();
            if (part.usage() == Usage.NOT_USED || isRoot() && (id.equals("ST") || id.equals("SE"))) {
                continue;
            }
            java.line();
            java.doc(partDoc(part));
            java.open("public Builder %s(%s part) {".formatted(accessorName(index), type(index)));
            java.line("parts.add(part);");
            java.line("return this;");
            java.close();
        }
        java.line();
        java.doc("Any other part, in the form it was read in.");
        java.open("public Builder add(LoopPart part) {");
        java.line("parts.add(part);");
        java.line("return this;");
        java.close();
        java.line();
        java.open("public %s build() {".formatted(recordName()));
        java.line("return new %s(parts.build());".formatted(recordName()));
        java.close();
        java.close();
    }
}
