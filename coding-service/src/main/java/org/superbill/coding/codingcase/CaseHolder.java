package org.superbill.coding.codingcase;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.Problem;

/**
 * Who has a case.
 *
 * @param assignedTo whose it is; null when nobody's
 * @param lease who has it open; null when nobody has
 */
record CaseHolder(@Nullable String assignedTo, @Nullable CaseLease lease) {

    /** Whether nobody has it. */
    boolean isFree() {
        return assignedTo == null;
    }

    /** Whether it is somebody's, or open for them in another's stead. */
    boolean is(String person, Instant at) {
        return person.equals(assignedTo) || (lease != null && lease.isOf(person, at));
    }

    /** @throws Problem {@code CODING_CASE_OPEN_ELSEWHERE} */
    void requireFree(String editor, Instant at) {
        if (lease != null) {
            lease.requireFree(editor, at);
        }
    }

    /**
     * While a case is open nobody takes it away from its editor but the editor and whose case it is.
     *
     * @throws Problem {@code CODING_CASE_OPEN_ELSEWHERE}
     */
    void requireHandOverBy(String by, Instant at) {
        if (!by.equals(assignedTo)) {
            requireFree(by, at);
        }
    }

    /**
     * For whose it is or who has it open; for everybody while nobody has it.
     *
     * @throws Problem {@code CODING_CASE_OPEN_ELSEWHERE}, {@code CODING_CASE_NOT_YOURS}
     */
    void requireFreeFor(String person, Instant at) {
        requireFree(person, at);
        if (!isFree() && !is(person, at)) {
            throw new Problem(CodingProblem.CODING_CASE_NOT_YOURS, "Another coder has the case");
        }
    }
}
