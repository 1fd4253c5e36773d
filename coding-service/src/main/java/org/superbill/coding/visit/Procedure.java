package org.superbill.coding.visit;

import java.util.List;

/**
 * A procedure that the note supports.
 *
 * @param system {@code cpt} or {@code hcpcs}
 * @param title our own words
 * @param modifiers that the note calls for
 * @param units at least 1
 * @param confidence 0 to 1
 * @param start offset of the evidence in the note
 * @param end offset behind it
 * @param why the reasoning, step by step
 */
public record Procedure(
        String system,
        String code,
        String title,
        List<String> modifiers,
        int units,
        double confidence,
        int start,
        int end,
        List<String> why) {

    public Procedure {
        modifiers = List.copyOf(modifiers);
        why = List.copyOf(why);
    }
}
