package org.superbill.billing.remittance;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimContent;

/**
 * What a later payer has said of a claim, as far as what it moves depends on what the payers before leave to it: so that it can be fitted to that again when they decide after it. Kept with its row.
 *
 * @param next who is asked after it, in order
 * @param takesKept whether it may settle what payers before have called the patient's and passed on to we did not know whom
 * @param settled paid, passed on or kept from payment, by line
 * @param kept refused, or passed on to we do not know whom, by line
 * @param ofContract its contractual adjustments, those of the claim as a whole last
 * @param ofPatient what it calls the patient's, of that which is settled; absent where it was posted before this was kept
 */
record LaterDecision(
        List<UUID> next,
        boolean takesKept,
        List<ByLine.Sum> settled,
        List<ByLine.Sum> kept,
        List<OfContract> ofContract,
        @Nullable List<OfContract> ofPatient) {
    LaterDecision {
        next = List.copyOf(next);
        settled = List.copyOf(settled);
        kept = List.copyOf(kept);
        ofContract = List.copyOf(ofContract);
        ofPatient = ofPatient == null ? null : List.copyOf(ofPatient);
    }

    static LaterDecision of(
            PayerOfClaim payer,
            ClaimContent content,
            ByLine settled,
            ByLine kept,
            List<OfContract> ofContract,
            List<OfContract> ofPatient) {
        return new LaterDecision(
                payer.next(), payer.takesKept(content), settled.sums(), kept.sums(), ofContract, ofPatient);
    }
}
