package org.superbill.billing.claim;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.servicekit.problem.Problem;

/** Makes what a claim sends after it was answered: a new claim, a replacement, a void, or the claim to the next payer in turn. */
final class NextVersion {
    private final Claim claim;
    private final Claim.Moment moment;

    NextVersion(Claim claim, Claim.Moment moment) {
        this.claim = claim;
        this.moment = moment;
    }

    /** An unsent version of a claim that another payer has decided becomes a new claim. */
    void turnTo(ClaimFacts facts, boolean payerOwesAll) {
        if (!claim.canTake(facts)) {
            leaveDecision(payerOwesAll);
            claim.current().startOver();
        }
        claim.rebuild(facts);
    }

    /**
     * Makes the next version; what it may be is told by {@link NextAllowed}. Another payer than the one that has decided gets a new
     * claim.
     *
     * @param payerOwesAll whether the payer so far has neither paid nor written off nor passed on anything
     */
    void correct(ClaimFacts facts, @Nullable String reason, boolean payerOwesAll) {
        var next = NextAllowed.of(claim);
        if (claim.isToAnotherPayer(facts)
                && claim.adjudication().isDecided()
                && claim.current().transport().isAnswered()) {
            leaveDecision(payerOwesAll);
            next = NextAllowed.aNewClaim(claim, "Another payer is billed: a new claim, which refers to nothing");
        }
        var correction = next.option(NextAllowed.CORRECT).orElse(null);
        if (correction == null) {
            var refused = claim.adjudication().isDecided()
                    && !claim.current().facts().payer().profile().acceptsCorrectedClaims();
            throw new Problem(
                    refused ? ClaimProblem.CLAIM_CORRECTION_NOT_ACCEPTED : ClaimProblem.CLAIM_STEP_NOT_ALLOWED,
                    next.why());
        }
        if (claim.current().isVoid()
                && claim.current().transport() == Transport.ACCEPTED) { // what the payer had is gone
            claim.knownAs(null);
            claim.adjudicate(Adjudication.NONE, moment);
        }
        claim.addVersion(Objects.requireNonNull(correction.frequency()), correction.references(), facts, moment.at());
        claim.current().reason(reason);
        claim.note(moment, "corrected", reason == null ? correction.why() : reason);
    }

    /** Takes back what the payer has decided: the same claim again, with frequency 8. */
    void takeBack(String reason) {
        var option = claim.require(NextAllowed.VOID);
        var coded = claim.codingVersion();
        claim.addVersion("8", option.references(), lastSent().facts(), moment.at());
        claim.codedAs(coded); // a void says what was sent, not what was coded since
        claim.current().reason(reason);
        claim.current().moveTo(Transport.READY, moment.at());
        claim.owner(NextOwner.toSubmit(moment.today()));
        claim.note(moment, "void-prepared", reason);
    }

    /** Bills the next payer in turn, once the one before it has decided and has not forwarded the claim itself. */
    void billNext(ClaimFacts facts, Coordination coordination) {
        claim.require(NextAllowed.BILL_NEXT_PAYER);
        claim.nextPayerSilentFrom().filter(moment.today()::isBefore).ifPresent(day -> {
            throw new Problem(
                    ClaimProblem.CLAIM_STEP_NOT_ALLOWED,
                    "The payer has passed the claim on: until %s its answer is awaited, so that nobody is billed twice"
                            .formatted(day));
        });
        claim.knownAs(null);
        claim.adjudicate(Adjudication.NONE, moment);
        claim.billedInTurn(coordination.sequence());
        claim.addVersion("1", null, facts, moment.at());
        claim.current().coordination(coordination);
        claim.note(moment, "next-payer-billed", "Payer %d in turn".formatted(coordination.sequence()));
    }

    /** The newest version that the payer may have. */
    private ClaimVersion lastSent() {
        return claim.versions().stream()
                .filter(version -> version.sentAt() != null
                        && !version.isVoid()
                        && !version.transport().isRejected())
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("Claim %s was never sent".formatted(claim.id())));
    }

    /** The decision of a payer is left behind when another is billed, and only when nothing of it is left in the books. */
    private void leaveDecision(boolean payerOwesAll) {
        if (!payerOwesAll) {
            throw new Problem(
                    ClaimProblem.CLAIM_STEP_NOT_ALLOWED,
                    "The coverage names another payer than the one that has decided, whose decision is in the books: it has to be reversed first");
        }
        claim.knownAs(null);
        claim.adjudicate(Adjudication.NONE, moment);
        claim.note(moment, "payer-changed", "Another payer is billed than the one that has decided");
    }
}
