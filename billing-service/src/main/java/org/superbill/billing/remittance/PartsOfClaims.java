package org.superbill.billing.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import org.superbill.billing.deadline.DeadlineKind;
import org.superbill.billing.deadline.DeadlineOpening;
import org.superbill.billing.deadline.Deadlines;
import org.superbill.billing.denial.PayersDecision;
import org.superbill.billing.reference.BusinessDay;

/** By when the rest of a claim has to be decided of which its payer has decided a part (MA15): until then the parts are no decision. */
@ApplicationScoped
class PartsOfClaims {
    private static final int DAYS_TO_DECIDE = 30;

    private final Deadlines deadlines;
    private final BusinessDay businessDay;

    PartsOfClaims(Deadlines deadlines, BusinessDay businessDay) {
        this.deadlines = deadlines;
        this.businessDay = businessDay;
    }

    /** What was posted. */
    void follow(Postings postings) {
        if (!postings.undecidedInPart().isEmpty()) {
            var due = businessDay.today().plusDays(DAYS_TO_DECIDE);
            deadlines.openUnlessRunning(postings.undecidedInPart().stream()
                    .map(claimId -> new DeadlineOpening(DeadlineKind.REST_OF_CLAIM, claimId, due))
                    .toList());
        }
        deadlines.closeAll(DeadlineKind.REST_OF_CLAIM, postings.decidedInAllParts());
        takenBack(postings.reversed().stream().map(PayersDecision::claimId).toList());
    }

    /** The parts that had been decided. */
    void takenBack(Collection<UUID> claimIds) {
        deadlines.withdrawAll(DeadlineKind.REST_OF_CLAIM, claimIds, "The payer's decision was taken back");
    }
}
