package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Set;
import java.util.UUID;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.schedule.Schedules;

/** Claims that nobody has to look at: without an error, to a payer for whom the organization says that they leave by themselves. */
@ApplicationScoped
class CleanClaims {
    private final Schedules schedules;
    private final Event<ClaimQueued> queued;

    CleanClaims(Schedules schedules, Event<ClaimQueued> queued) {
        this.schedules = schedules;
        this.queued = queued;
    }

    /** The payers whose clean claims leave by themselves. */
    Set<UUID> payers() {
        return schedules.payersOfCleanClaims();
    }

    boolean isSubmitted(ClaimFacts facts) {
        return !facts.isOnPaper() && payers().contains(facts.payer().payerId());
    }

    boolean leaves(Claim claim, ClaimFacts facts) {
        return mayLeave(claim) && isSubmitted(facts);
    }

    /** One that gathers waits for its other encounters, and one that replaces another for its biller. */
    private static boolean mayLeave(Claim claim) {
        return claim.current().transport() == Transport.READY
                && claim.current().frequency().equals("1")
                && claim.turn().billedTo() != BilledTo.PATIENT
                && !claim.isGathering();
    }

    void queue(Claim claim, ClaimFacts facts, Moment moment) {
        claim.unsent(moment).queue(null);
        queued.fire(new ClaimQueued(facts.organizationId()));
    }
}
