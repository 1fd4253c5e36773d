package org.superbill.billing.edits;

import java.time.LocalDate;
import java.util.Set;

/**
 * What an edit may know besides the facts.
 *
 * @param today in the organization's time zone
 * @param connections the names of the connections that operations configured
 */
public record EditContext(LocalDate today, Set<String> connections) {
    public EditContext {
        connections = Set.copyOf(connections);
    }
}
