package org.superbill.x12.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopPart;
import org.superbill.x12.Segment;
import org.superbill.x12.X12Exception;
import org.superbill.x12.guide.ElementDef;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.guide.LoopDef;
import org.superbill.x12.guide.SegmentDef;

/**
 * What in a claim tells who the patient is, and what stands there instead. Kept are: the envelope, payers, providers, submitters,
 * their numbers, all amounts and codes, dates of service, payment and coverage, state and region (three digits of the ZIP code), sex.
 */
final class Redaction {
    /** NM101 of patients, subscribers and those who act for them, and the addresses of ambulance rides. */
    private static final Set<String> PERSONS = Set.of("IL", "QC", "03", "74", "GB", "QD", "S1", "GD", "PW", "45");

    /** REF01 of what is not a patient's or a claim's number; in a person's own loop all numbers go. */
    private static final Set<String> KEPT_REFERENCES = Set.of(
            "0B", "0K", "1A", "1B", "1C", "1D", "1G", "1H", "1J", "1S", "2U", "4N", "ALS", "APC", "BLT", "BT", "CE",
            "CLI", "CT", "D3", "EI", "EL", "EO", "EV", "EW", "F2", "F4", "F5", "FO", "FY", "G2", "HI", "HPI", "JD",
            "LU", "LX", "N7", "NF", "P4", "PQ", "Q4", "RB", "T4", "TJ", "X4");

    /** Loops whose TRN is of one claim or inquiry, not of a batch. */
    private static final Set<String> TRACED = Set.of("2200D", "2200E", "2000C", "2000D");

    private static final String TEXT = "TEXT REMOVED";

    private final Pseudonyms pseudonyms;

    Redaction(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** One leaf of a segment: a simple element has component 1. */
    private interface Leaf {
        String replace(int element, int component, String value);
    }

    /** All segments of a part that stands in this loop, redacted. Loops nest as deep as the guide's. */
    List<Segment> redact(Guide guide, LoopDef parent, LoopPart part) {
        var redacted = new ArrayList<Segment>();
        if (part instanceof Segment segment) {
            redacted.add(redact(parent, false, segment));
        } else {
            redact(guide, (Loop) part, redacted);
        }
        return redacted;
    }

    private void redact(Guide guide, Loop loop, List<Segment> redacted) {
        var definition = guide.loop(loop.id());
        boolean person = loop.parts().get(0) instanceof Segment first && isPerson(first);
        for (var part : loop.parts()) {
            if (part instanceof Segment segment) {
                redacted.add(redact(definition, person, segment));
            } else {
                redact(guide, (Loop) part, redacted);
            }
        }
    }

    private static boolean isPerson(Segment segment) {
        return segment.is("NM1") && PERSONS.contains(segment.element(1));
    }

    private Segment redact(LoopDef loop, boolean personsLoop, Segment segment) {
        var definition = loop.find(segment);
        if (definition == null) {
            return map(segment, (element, component, value) -> pseudonyms.id(value));
        }
        return map(segment, (element, component, value) -> {
            var special = special(loop, personsLoop, segment, element, component, value);
            return special != null ? special : byDictionary(definition, element, component, value);
        });
    }

    /** Data elements that are a person's wherever they stand. */
    private String byDictionary(SegmentDef definition, int element, int component, String value) {
        var leaf = leaf(definition, element, component);
        if (leaf == null) {
            return pseudonyms.id(value);
        }
        return switch (leaf.number()) {
            case "1028", // claim submitter's identifier
                    "724", // copy of bad data
                    "9998", // context reference
                    "508" // account number
            -> pseudonyms.id(value);
            case "352", "449", "933" -> TEXT.substring(0, Math.min(TEXT.length(), leaf.max()));
            default -> value;
        };
    }

    private static @Nullable ElementDef leaf(SegmentDef definition, int element, int component) {
        if (element > definition.elements().size()) {
            return null;
        }
        var found = definition.elements().get(element - 1);
        if (!found.isComposite()) {
            return component == 1 ? found : null;
        }
        return component <= found.components().size() ? found.components().get(component - 1) : null;
    }

    /** What only its place tells. Null when this place says nothing. */
    private @Nullable String special(
            LoopDef loop, boolean personsLoop, Segment segment, int element, int component, String value) {
        return switch (segment.id()) {
            case "NM1" -> isPerson(segment) ? name(segment, element, value) : null;
            case "N3" -> personsLoop ? element == 1 ? pseudonyms.street(value) : "UNIT 1" : null;
            case "N4" -> personsLoop ? place(element, value) : null;
            case "PER" -> personsLoop ? contact(element, value) : null;
            case "DMG" -> element == 2 ? pseudonyms.birth(value) : null;
            case "PAT" -> element == 6 ? endOfMonth(value) : null;
            case "INS" -> element == 12 ? endOfMonth(value) : null;
            case "SBR" -> element == 3 ? pseudonyms.id(value) : element == 4 ? pseudonyms.organization(value) : null;
            case "REF" -> reference(personsLoop, segment, element, component, value);
            case "CLP" -> element == 7 ? pseudonyms.id(value) : null;
            case "PLB" -> element >= 3 && component == 2 ? pseudonyms.id(value) : null;
            case "PWK" -> element == 6 ? pseudonyms.id(value) : null;
            case "TRN" -> element == 2 && TRACED.contains(loop.id()) ? pseudonyms.id(value) : null;
            default -> null;
        };
    }

    private @Nullable String name(Segment segment, int element, String value) {
        return switch (element) {
            case 3 -> segment.element(2).equals("1") ? pseudonyms.last(value) : pseudonyms.organization(value);
            case 4, 5 -> pseudonyms.first(value);
            case 9 -> segment.element(8).equals("XX") ? value : pseudonyms.id(value);
            default -> null;
        };
    }

    private @Nullable String place(int element, String value) {
        return switch (element) {
            case 1 -> pseudonyms.city(value);
            case 3 -> pseudonyms.zip(value);
            default -> null;
        };
    }

    private @Nullable String contact(int element, String value) {
        return switch (element) {
            case 2 -> pseudonyms.last(value);
            case 4, 6, 8 -> pseudonyms.id(value);
            default -> null;
        };
    }

    private @Nullable String reference(boolean personsLoop, Segment segment, int element, int component, String value) {
        if (element == 4) { // its second number: qualifier, value …
            return component % 2 == 0 ? pseudonyms.id(value) : null;
        }
        boolean replaced = personsLoop || !KEPT_REFERENCES.contains(segment.element(1));
        return element == 2 && replaced ? pseudonyms.id(value) : null;
    }

    /** Of a date of death: later by some days at most, so that it stays behind what was done before. */
    private static String endOfMonth(String value) {
        try {
            var date = new Segment("PAT" + Segment.ELEMENT + value).date(1);
            return date == null ? value : Segment.format(date.withDayOfMonth(date.lengthOfMonth()));
        } catch (X12Exception e) {
            return Segment.format(LocalDate.of(1900, 1, 31));
        }
    }

    /** The segment with each leaf that is not empty replaced. */
    private static Segment map(Segment segment, Leaf leaf) {
        var text = segment.text();
        var mapped = new StringBuilder(text.length() + 16);
        int element = 0;
        int component = 1;
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            char c = at == text.length() ? Segment.ELEMENT : text.charAt(at);
            if (c >= Segment.ELEMENT && c <= Segment.COMPONENT) {
                var value = text.substring(start, at);
                mapped.append(element == 0 || value.isEmpty() ? value : leaf.replace(element, component, value));
                if (at < text.length()) {
                    mapped.append(c);
                }
                start = at + 1;
                if (c == Segment.ELEMENT) {
                    element++;
                    component = 1;
                } else {
                    component = c == Segment.COMPONENT ? component + 1 : 1;
                }
            }
        }
        return new Segment(mapped.toString());
    }
}
