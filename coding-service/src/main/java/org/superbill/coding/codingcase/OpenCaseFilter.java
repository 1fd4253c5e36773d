package org.superbill.coding.codingcase;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which open cases are wanted; what is null is not asked for.
 *
 * @param assignedTo a coder's subject; empty text for cases that nobody has
 * @param specialty beginning of a provider taxonomy code
 */
public record OpenCaseFilter(
        @Nullable String assignedTo,
        @Nullable CaseStatus status,
        @Nullable CaseKind kind,
        @Nullable String specialty,
        @Nullable UUID payerId,
        @Nullable Boolean held,
        @Nullable Boolean overdue,
        @Nullable Boolean escalated) {

    /** Those that nobody has and nothing holds. */
    public static final OpenCaseFilter UNASSIGNED = new OpenCaseFilter("", null, null, null, null, false, null, null);

    private static final String NOBODY = "";

    boolean isOfNobody() {
        return NOBODY.equals(assignedTo);
    }
}
