package org.superbill.billing.edits;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.superbill.billing.reference.ClaimFacts;

/** Tells what was already sent for the patients of claims; whoever keeps claims answers. */
public interface SentBefore {
    /** For one claim. */
    SameDayHistory before(ClaimFacts facts);

    /** By encounter, for a whole batch with one statement; an encounter for whose patient nothing was sent on its days is left out. */
    Map<UUID, SameDayHistory> before(Collection<ClaimFacts> claims);
}
