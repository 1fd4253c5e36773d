package org.superbill.billing.appeal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import org.superbill.billing.claim.ChargesTakenOut;
import org.superbill.billing.deadline.DeadlineKind;
import org.superbill.billing.deadline.Deadlines;

/** Appeals about what did not take place end with its charges. */
@ApplicationScoped
class AppealsOfNothing {
    private final AppealStore store;
    private final Deadlines deadlines;
    private final Clock clock;

    AppealsOfNothing(AppealStore store, Deadlines deadlines, Clock clock) {
        this.store = store;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    void withdraw(@Observes ChargesTakenOut out) {
        for (var appeal : store.openOfClaimLocked(out.claimId())) {
            appeal.withdrawn(out.because(), clock.instant());
            deadlines.withdrawAll(DeadlineKind.APPEAL_ANSWER, List.of(appeal.id()), out.because());
            out.withdrawn()
                    .add("Level %d, %s: %s"
                            .formatted(appeal.level().number(), appeal.level().words(), out.because()));
        }
    }
}
