package org.superbill.coding.cac;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the note speaks of and nothing is proposed for.
 *
 * @param code the code that would be meant, or the header above it; without the dot
 * @param reason why nothing is proposed
 * @param missing what the record would have to say
 * @param quoted what a query can quote: of a single word its clause
 * @param query the draft of a question to the provider, which neither leads nor speaks of payment; null where the record has no clinical indicator that it could quote
 */
public record Abstention(
        String code,
        String title,
        double confidence,
        List<Evidence> evidence,
        String reason,
        String missing,
        List<Evidence> quoted,
        @Nullable String query) {

    public Abstention {
        evidence = List.copyOf(evidence);
        quoted = List.copyOf(quoted);
    }
}
