package org.superbill.x12.guide;

import java.util.List;
import org.superbill.x12.Segment;

/**
 * A segment at one place of a guide.
 *
 * @param qualifiers the values that tell it from siblings of the same id (REF01, HL03, HI01-1 …); empty when the id is enough
 * @param notes relations between its elements
 */
public record SegmentDef(
        String id,
        int ordinal,
        Usage usage,
        int repeat,
        List<Qualifier> qualifiers,
        List<SyntaxNote> notes,
        String name,
        List<ElementDef> elements)
        implements PartDef {

    /** The values of one element, or of its first component, that mark a segment. */
    public record Qualifier(int element, boolean composite, List<String> values) {
        public Qualifier {
            values = List.copyOf(values);
        }

        boolean matches(Segment segment) {
            return composite ? segment.componentIsOneOf(element, values) : segment.elementIsOneOf(element, values);
        }
    }

    public SegmentDef {
        qualifiers = List.copyOf(qualifiers);
        notes = List.copyOf(notes);
        elements = List.copyOf(elements);
    }

    @Override
    public SegmentDef trigger() {
        return this;
    }

    /** Whether a segment with the same id is this one: its qualifiers have one of the guide's values. */
    boolean qualifies(Segment segment) {
        for (int at = 0; at < qualifiers.size(); at++) {
            if (!qualifiers.get(at).matches(segment)) {
                return false;
            }
        }
        return true;
    }
}
