package org.superbill.billing.edits;

import java.time.LocalDate;
import java.util.Set;
import org.superbill.billing.edittable.EditTables;

/**
 * What an edit may know besides the facts.
 *
 * @param today in the organization's time zone
 * @param connections the names of the connections that operations configured
 * @param tables CMS's tables as they are in use
 * @param history what was already sent for the patient
 */
public record EditContext(LocalDate today, Set<String> connections, EditTables tables, SameDayHistory history) {
    public EditContext {
        connections = Set.copyOf(connections);
    }

    /** Without tables and without history. */
    public EditContext(LocalDate today, Set<String> connections) {
        this(today, connections, EditTables.EMPTY, SameDayHistory.NONE);
    }
}
