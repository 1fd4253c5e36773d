package org.superbill.coding.cac;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A code that the note supports. Never final: a person accepts or rejects it.
 *
 * @param system {@code icd-10-cm} or {@code cpt}
 * @param code stored form, without the dot
 * @param title the code's title; for CPT our own words
 * @param confidence how often proposals like this one are right, 0 to 1
 * @param why why this code and not its neighbour, each with who says so
 * @param source where the term that led to it stands
 * @param missing what the record leaves open, or null when the code says all
 */
public record Proposal(
        String system,
        String code,
        String title,
        double confidence,
        List<Evidence> evidence,
        List<String> why,
        String source,
        @Nullable String missing) {

    public Proposal {
        evidence = List.copyOf(evidence);
        why = List.copyOf(why);
    }
}
