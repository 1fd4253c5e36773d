package org.superbill.billing.underpayment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.superbill.billing.claim.ChargesPutBack;
import org.superbill.billing.claim.ChargesTakenOut;

/** Nothing was paid too little of what did not take place. */
@ApplicationScoped
class UnderpaymentsOfNothing {
    private final UnderpaymentStore store;
    private final Clock clock;

    UnderpaymentsOfNothing(UnderpaymentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    void withdraw(@Observes ChargesTakenOut out) {
        store.withdraw(out.claimId(), out.because(), clock.instant());
    }

    void restore(@Observes ChargesPutBack back) {
        store.notWithdrawn(back.claimId());
    }
}
