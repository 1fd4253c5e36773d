package org.superbill.billing.claim;

import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.superbill.billing.reference.ClaimFacts;

/** What payers have decided about a claim, from their remittances. */
public interface PriorDecisions {
    /**
     * @param sequenceOfVersion the turn of the payer that a version of the claim was sent to
     * @param facts of the claim to the payer in a turn, from 1: who that payer is and by which coverage
     * @return the decision of each payer that has one in force, in order; a decision that was reversed is not
     */
    List<PriorPayer> of(UUID claimId, IntUnaryOperator sequenceOfVersion, IntFunction<ClaimFacts> facts);
}
