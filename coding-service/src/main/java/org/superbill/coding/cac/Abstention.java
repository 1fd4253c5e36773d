package org.superbill.coding.cac;

import java.util.List;

/**
 * What the note speaks of and nothing is proposed for.
 *
 * @param code the code that would be meant, or the header above it; without the dot
 * @param reason why nothing is proposed
 * @param missing what the record would have to say
 * @param query the draft of a question to the provider, which neither leads nor speaks of payment
 */
public record Abstention(
        String code,
        String title,
        double confidence,
        List<Evidence> evidence,
        String reason,
        String missing,
        String query) {

    public Abstention {
        evidence = List.copyOf(evidence);
    }
}
