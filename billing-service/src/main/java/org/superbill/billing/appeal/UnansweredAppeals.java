package org.superbill.billing.appeal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.superbill.billing.claim.ClaimContents;
import org.superbill.billing.claim.ClaimSteps;
import org.superbill.billing.deadline.DeadlineKind;
import org.superbill.billing.deadline.DeadlinesPassed;
import org.superbill.billing.deadline.DeadlinesPassing;

/** Appeals that the payer has not decided in time. */
@ApplicationScoped
class UnansweredAppeals {
    private static final int DAYS_TO_ASK = 7;

    private final AppealStore store;
    private final ClaimContents claims;
    private final ClaimSteps steps;
    private final Clock clock;

    UnansweredAppeals(AppealStore store, ClaimContents claims, ClaimSteps steps, Clock clock) {
        this.store = store;
        this.claims = claims;
        this.steps = steps;
        this.clock = clock;
    }

    /** Before that passes: what it changes are the claims. */
    void hold(@Observes DeadlinesPassing passing) {
        if (passing.kind() == DeadlineKind.APPEAL_ANSWER) {
            var appeals = store.list(passing.subjects());
            var others = steps.holdFree(appeals.stream().map(Appeal::claimId).toList());
            passing.leave(appeals.stream()
                    .filter(appeal -> others.contains(appeal.claimId()))
                    .map(Appeal::id)
                    .toList());
        }
    }

    /** The payer has not decided in time: the biller asks, or goes on. */
    void unanswered(@Observes DeadlinesPassed passed) {
        if (passed.kind() == DeadlineKind.APPEAL_ANSWER) {
            store.list(passed.subjects()).stream()
                    .filter(appeal -> appeal.state() == AppealState.SENT)
                    .forEach(appeal -> steps.appealed(
                            appeal.claimId(),
                            "appeal-unanswered",
                            "Level %d, %s: the payer has not decided in time"
                                    .formatted(
                                            appeal.level().number(),
                                            appeal.level().words()),
                            false,
                            today(appeal).plusDays(DAYS_TO_ASK)));
        }
    }

    private LocalDate today(Appeal appeal) {
        var organization = claims.content(appeal.claimId(), null).facts().organization();
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(organization.timeZone()));
    }
}
