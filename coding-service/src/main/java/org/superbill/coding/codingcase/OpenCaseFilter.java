package org.superbill.coding.codingcase;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which open cases are wanted; what is null is not asked for.
 *
 * @param assignedTo a coder's subject; empty text for cases that nobody has
 * @param specialty beginning of a provider taxonomy code
 * @param escalatedTo the subject of whom it is escalated to
 * @param inUse whether somebody has it open at this moment
 */
public record OpenCaseFilter(
        @Nullable String assignedTo,
        @Nullable CaseStatus status,
        @Nullable CaseKind kind,
        @Nullable String specialty,
        @Nullable UUID payerId,
        @Nullable Boolean held,
        @Nullable Boolean overdue,
        @Nullable Boolean escalated,
        @Nullable String escalatedTo,
        @Nullable Boolean inUse) {

    /** Those that nobody has, nothing holds and nobody has open. */
    public static final OpenCaseFilter UNASSIGNED = toGive("", null);

    private static final String NOBODY = "";

    /** Those of a coder that nothing holds and nobody has open: they can go to another. */
    public static OpenCaseFilter toGive(String assignedTo, @Nullable CaseKind kind) {
        return new OpenCaseFilter(assignedTo, null, kind, null, null, false, null, null, null, false);
    }

    boolean isOfNobody() {
        return NOBODY.equals(assignedTo);
    }
}
