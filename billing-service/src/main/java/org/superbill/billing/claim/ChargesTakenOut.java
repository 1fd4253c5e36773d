package org.superbill.billing.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Nothing of a claim is charged any more, for it did not take place: what is contested of it is contested no more.
 *
 * @param withdrawn who observes it says here what was ended, in words for the claim's timeline
 */
public record ChargesTakenOut(UUID claimId, String because, List<String> withdrawn) {
    ChargesTakenOut(UUID claimId, String because) {
        this(claimId, because, new ArrayList<>());
    }
}
