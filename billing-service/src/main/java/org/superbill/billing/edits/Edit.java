package org.superbill.billing.edits;

import java.util.function.Consumer;

/** One check of a claim. No clock, no database, no order among edits. */
interface Edit {
    EditRule rule();

    /** @param found takes each finding, in any order */
    void check(KnownClaim claim, Consumer<Finding> found);
}
