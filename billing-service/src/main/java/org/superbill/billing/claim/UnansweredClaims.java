package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.superbill.billing.deadline.DeadlineKind;
import org.superbill.billing.deadline.DeadlinesPassed;
import org.superbill.billing.deadline.DeadlinesPassing;

/** Gives a claim to the biller when its payer has not said in time whether it takes it. */
@ApplicationScoped
class UnansweredClaims {
    private final ClaimStore store;
    private final FreeClaims free;
    private final ClaimTelling telling;
    private final BusinessTime time;

    UnansweredClaims(ClaimStore store, FreeClaims free, ClaimTelling telling, BusinessTime time) {
        this.store = store;
        this.free = free;
        this.telling = telling;
        this.time = time;
    }

    /** Before it passes. */
    void hold(@Observes DeadlinesPassing passing) {
        if (passing.kind() == DeadlineKind.CLAIM_ACKNOWLEDGMENT) {
            passing.leave(free.hold(passing.subjects()));
        }
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
