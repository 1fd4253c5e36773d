package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.superbill.billing.deadline.DeadlineKind;
import org.superbill.billing.deadline.DeadlinesPassed;
import org.superbill.billing.deadline.DeadlinesPassing;

/** Gives a claim back to the biller when the payer that it was forwarded to stays silent. */
@ApplicationScoped
class ForwardedClaims {
    private final ClaimStore store;
    private final FreeClaims free;
    private final ClaimTelling telling;
    private final BusinessTime time;

    ForwardedClaims(ClaimStore store, FreeClaims free, ClaimTelling telling, BusinessTime time) {
        this.store = store;
        this.free = free;
        this.telling = telling;
        this.time = time;
    }

    /** Before it passes. */
    void hold(@Observes DeadlinesPassing passing) {
        if (passing.kind() == DeadlineKind.NEXT_PAYER) {
            passing.leave(free.hold(passing.subjects()));
        }
    }

    /** In the transaction in which the deadline passes. */
    void silent(@Observes DeadlinesPassed passed) {
        if (passed.kind() != DeadlineKind.NEXT_PAYER) {
            return;
        }
        List<Claim> claims = store.allLocked(passed.subjects()).stream()
                .filter(claim -> claim.turn().adjudication() == Adjudication.FORWARDED)
                .toList();
        claims.forEach(claim -> claim.besides(time.now(claim.current().facts())).nextPayerSilent());
        store.saveAll(claims);
        telling.statusChanged(claims);
    }
}
