package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.security.Caller;

/** Whoever coded an encounter does not bill it, where the coding says that the organization keeps these duties apart. */
@ApplicationScoped
class DutiesApart {
    private final FactsOfToday today;
    private final Caller caller;

    DutiesApart(FactsOfToday today, Caller caller) {
        this.today = today;
        this.caller = caller;
    }

    /**
     * @param facts what is about to be billed
     * @throws Problem {@code CLAIM_DUTIES_APART}
     */
    void requireAnotherThanCoded(Claim claim, ClaimFacts facts) {
        var codings = claim.isGathering() ? today.codings(claim) : List.of(facts.encounter());
        if (codings.stream()
                .anyMatch(coding -> Boolean.TRUE.equals(coding.dutiesApart())
                        && caller.subject().equals(coding.codedBy()))) {
            throw new Problem(ClaimProblem.CLAIM_DUTIES_APART, "Whoever coded the encounter does not bill it");
        }
    }
}
