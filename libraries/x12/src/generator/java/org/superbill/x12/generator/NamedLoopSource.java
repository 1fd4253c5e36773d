package org.superbill.x12.generator;

import java.util.ArrayList;
import org.superbill.x12.guide.LoopDef;
import org.superbill.x12.guide.PartDef;
import org.superbill.x12.guide.SegmentDef;
import org.superbill.x12.guide.Usage;

/** The short way to make a loop that NM1 opens: of a name and what the guide has beside it. */
final class NamedLoopSource {
    private final JavaText java;
    private final String guideField;
    private final LoopDef loop;
    private final String type;

    NamedLoopSource(JavaText java, String guideField, LoopDef loop, String type) {
        this.java = java;
        this.guideField = guideField;
        this.loop = loop;
        this.type = type;
    }

    void of() {
        var entity = loop.trigger().elements().get(0).codes();
        var parameters = new ArrayList<String>();
        if (entity.size() > 1) {
            parameters.add("String entityCode");
        }
        parameters.add("EntityName name");
        if (has("N3")) {
            parameters.add("@Nullable Address address");
        }
        if (has("DMG")) {
            parameters.add("@Nullable Demographics demographics");
        }
        var specialty = specialty();
        if (specialty != null) {
            parameters.add("@Nullable String taxonomyCode");
        }
        if (needsContact()) {
            parameters.add("Contact contact");
        }
        if (has("REF")) {
            parameters.add("Reference... references");
        }
        java.line();
        java.doc(doc(entity.size() > 1));
        java.open("public static %s of(%s) {".formatted(type, String.join(", ", parameters)));
        java.line("var builder = NamedLoop.builder(Guide.%s, \"%s\", %s, name, %s, %s);"
                .formatted(
                        guideField,
                        loop.id(),
                        entity.size() > 1
                                ? "entityCode"
                                : "\"" + entity.iterator().next() + "\"",
                        has("N3") ? "address" : "null",
                        has("REF") ? "List.of(references)" : "List.of()"));
        if (has("DMG")) {
            java.line("builder.add(demographics == null ? null : demographics.dmg());");
        }
        if (specialty != null) {
            java.open("if (taxonomyCode != null) {");
            java.line("builder.segment(\"PRV\", \"%s\", \"PXC\", taxonomyCode);"
                    .formatted(specialty.elements().get(0).codes().iterator().next()));
            java.close();
        }
        if (needsContact()) {
            java.line("builder.add(contact.per());");
        }
        java.line("return new %s(builder.build());".formatted(type));
        java.close();
    }

    private static String doc(boolean hasEntityCode) {
        return "The loop of a name" + (hasEntityCode ? ", which NM101 says the role of." : ".");
    }

    private boolean has(String segmentId) {
        return loop.parts().stream().anyMatch(part -> isUsed(part, segmentId));
    }

    private static boolean isUsed(PartDef part, String segmentId) {
        return part instanceof SegmentDef segment
                && segment.id().equals(segmentId)
                && segment.usage() != Usage.NOT_USED;
    }

    private boolean needsContact() {
        return loop.parts().stream().anyMatch(part -> isUsed(part, "PER") && part.usage() == Usage.REQUIRED);
    }

    /** PRV, where it can only be the provider's taxonomy. */
    private SegmentDef specialty() {
        for (var part : loop.parts()) {
            if (isUsed(part, "PRV")) {
                var segment = (SegmentDef) part;
                return segment.elements().get(0).codes().size() == 1
                                && segment.elements().get(1).codes().contains("PXC")
                        ? segment
                        : null;
            }
        }
        return null;
    }
}
