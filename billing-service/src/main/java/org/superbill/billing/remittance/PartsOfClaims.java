package org.superbill.billing.remittance;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.claim.MatchedClaims;
import org.superbill.billing.deadline.DeadlineKind;
import org.superbill.billing.deadline.DeadlineOpening;
import org.superbill.billing.deadline.Deadlines;
import org.superbill.billing.denial.PayersDecision;
import org.superbill.billing.reference.BusinessDay;

/** By when the rest of a claim has to be decided of which its payer has decided a part (MA15): until then the parts are no decision. */
@ApplicationScoped
class PartsOfClaims {
    private static final int DAYS_TO_DECIDE = 30;

    private final RemittanceStore store;
    private final MatchedClaims claims;
    private final Deadlines deadlines;
    private final BusinessDay businessDay;

    PartsOfClaims(RemittanceStore store, MatchedClaims claims, Deadlines deadlines, BusinessDay businessDay) {
        this.store = store;
        this.claims = claims;
        this.deadlines = deadlines;
        this.businessDay = businessDay;
    }

    /** What was posted, after its rows are kept. */
    void follow(Postings postings) {
        waitForRest(postings.undecidedInPart());
        deadlines.closeAll(DeadlineKind.REST_OF_CLAIM, postings.decidedInAllParts());
        takenBack(postings.reversed().stream().map(PayersDecision::claimId).collect(toSet()));
    }

    /** What had been decided. Of a claim of which a part stands still the rest is waited for, again where the part that is taken back was the last. */
    void takenBack(Collection<UUID> claimIds) {
        if (claimIds.isEmpty()) {
            return;
        }
        var standing = new StandingDecisions();
        store.settled(claimIds).forEach(standing::follow);
        var decided = claimIds.stream().filter(id -> !standing.of(id).isEmpty()).toList();
        var partly = decided.isEmpty()
                ? Set.<UUID>of()
                : claims.sent(decided).values().stream()
                        .filter(standing::isDecidedInPart)
                        .map(ClaimContent::claimId)
                        .collect(toSet());
        deadlines.withdrawAll(
                DeadlineKind.REST_OF_CLAIM,
                claimIds.stream().filter(id -> !partly.contains(id)).toList(),
                "The payer's decision was taken back");
        waitForRest(partly);
    }

    private void waitForRest(Collection<UUID> claimIds) {
        if (claimIds.isEmpty()) {
            return; // as nearly always
        }
        var due = businessDay.today().plusDays(DAYS_TO_DECIDE);
        deadlines.openUnlessRunning(claimIds.stream()
                .map(claimId -> new DeadlineOpening(DeadlineKind.REST_OF_CLAIM, claimId, due))
                .toList());
    }
}
