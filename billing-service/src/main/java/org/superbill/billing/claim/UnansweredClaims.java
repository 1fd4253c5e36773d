package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.superbill.billing.deadline.DeadlineKind;
import org.superbill.billing.deadline.DeadlinesPassed;

/** Gives a claim to the biller when its payer has not said in time whether it takes it. */
@ApplicationScoped
class UnansweredClaims {
    private final ClaimStore store;
    private final ClaimTelling telling;
    private final BusinessTime time;

    UnansweredClaims(ClaimStore store, ClaimTelling telling, BusinessTime time) {
        this.store = store;
        this.telling = telling;
        this.time = time;
    }

    /** In the transaction in which the deadline passes. */
    void unanswered(@Observes DeadlinesPassed passed) {
        if (passed.kind() != DeadlineKind.CLAIM_ACKNOWLEDGMENT) {
            return;
        }
        List<Claim> claims = store.allLocked(passed.subjects()).stream()
                .filter(claim -> claim.fromPayer(
                                claim.current(), time.now(claim.current().facts()))
                        .unanswered())
                .toList();
        store.saveAll(claims);
        telling.statusChanged(claims);
    }
}
