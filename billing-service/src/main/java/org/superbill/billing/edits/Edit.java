package org.superbill.billing.edits;

import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;

/** One check of a claim. No clock, no database, no order among edits. */
interface Edit {
    EditRule rule();

    Stream<Finding> check(ClaimFacts facts, EditContext context);
}
