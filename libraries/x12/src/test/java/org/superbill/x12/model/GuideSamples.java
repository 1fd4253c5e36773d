package org.superbill.x12.model;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopPart;
import org.superbill.x12.Segment;
import org.superbill.x12.guide.ElementDef;
import org.superbill.x12.guide.LoopDef;
import org.superbill.x12.guide.LoopUse;
import org.superbill.x12.guide.SegmentDef;
import org.superbill.x12.guide.Usage;

/** Loops with each segment, element and component that a guide uses, made from its description. */
final class GuideSamples {
    private GuideSamples() {}

    /** Each part once, child loops included. */
    static Loop loop(LoopDef def) {
        var parts = new ArrayList<LoopPart>();
        for (var part : def.parts()) {
            if (part.usage() != Usage.NOT_USED) {
                parts.add(part instanceof LoopUse use ? loop(use.loop()) : segment((SegmentDef) part));
            }
        }
        return new Loop(def.id(), parts);
    }

    static Segment segment(SegmentDef def) {
        var elements = new ArrayList<String>();
        for (int at = 0; at < def.elements().size(); at++) {
            elements.add(element(def.elements(), at, qualifier(def, at + 1)));
        }
        return Segment.of(def.id(), elements.toArray(new String[0]));
    }

    private static String qualifier(SegmentDef def, int element) {
        return def.qualifiers().stream()
                .filter(qualifier -> qualifier.element() == element)
                .map(qualifier -> qualifier.values().get(0))
                .findFirst()
                .orElse(null);
    }

    private static String element(List<ElementDef> elements, int at, String qualifier) {
        var element = elements.get(at);
        if (element.usage() == Usage.NOT_USED) {
            return null;
        }
        var value = element.isComposite() ? composite(element, qualifier) : simple(elements, at, qualifier);
        return element.repeat() > 1 ? Segment.repeated(List.of(value, value)) : value;
    }

    private static String composite(ElementDef composite, String qualifier) {
        var components = new ArrayList<String>();
        for (int at = 0; at < composite.components().size(); at++) {
            components.add(
                    composite.components().get(at).usage() == Usage.NOT_USED
                            ? null
                            : simple(composite.components(), at, at == 0 ? qualifier : null));
        }
        return Segment.composite(components);
    }

    private static String simple(List<ElementDef> elements, int at, String qualifier) {
        var element = elements.get(at);
        if (qualifier != null) {
            return qualifier;
        }
        if (!element.codes().isEmpty()) {
            return new TreeSet<>(element.codes()).first();
        }
        if (element.number().equals("1251")) {
            return period(elements.get(at - 1));
        }
        return switch (element.type()) {
            case "R" -> "12.50";
            case "N0" -> "7";
            case "DT" -> "20260302";
            case "TM" -> "0930";
            default -> ("T" + element.number() + "X".repeat(element.min())).substring(0, Math.max(2, element.min()));
        };
    }

    private static String period(ElementDef format) {
        return switch (new TreeSet<>(format.codes()).first()) {
            case "RD8" -> "20260301-20260302";
            case "DT" -> "202603020930";
            case "TM" -> "0930";
            default -> "20260302";
        };
    }
}
