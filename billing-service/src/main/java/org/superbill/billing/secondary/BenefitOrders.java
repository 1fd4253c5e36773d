package org.superbill.billing.secondary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.superbill.billing.claim.ClaimContents;
import org.superbill.billing.reference.Reference;

/** Proposes the order of benefits of claims. */
@ApplicationScoped
class BenefitOrders {
    private final ClaimContents claims;
    private final Reference reference;

    BenefitOrders(ClaimContents claims, Reference reference) {
        this.claims = claims;
        this.reference = reference;
    }

    @Transactional
    OrderOfBenefitsResource.View of(UUID claimId) {
        var facts = claims.currentFacts(claimId);
        var registered = reference.coveragesOf(facts.encounter()).stream()
                .map(known -> new OrderOfBenefits.Registered(known.coverage(), known.payer()))
                .toList();
        var turns = OrderOfBenefits.of(registered);
        var asBilled = turns.stream()
                .map(OrderOfBenefits.Turn::coverageId)
                .toList()
                .equals(facts.encounter().coverageIds());
        return new OrderOfBenefitsResource.View(claimId, asBilled, turns);
    }
}
