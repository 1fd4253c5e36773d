package org.superbill.billing.claim;

import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.servicekit.problem.Problem;

/** Makes what a claim sends after it was answered: a new claim, a replacement, a void, or the claim to the next payer in turn. */
final class NextVersion {
    private final Claim claim;
    private final Moment moment;
    private final @Nullable String payersNumber;

    NextVersion(Claim claim, Moment moment) {
        this(claim, moment, null);
    }

    private NextVersion(Claim claim, Moment moment, @Nullable String payersNumber) {
        this.claim = claim;
        this.moment = moment;
        this.payersNumber = payersNumber;
    }

    /**
     * The same, where a payer that has decided the claim in parts knows it by several numbers.
     *
     * @param number which of them is meant; null where nobody has said it
     * @throws Problem {@code CLAIM_STEP_NOT_ALLOWED} when no payer knows the claim by it
     */
    NextVersion naming(@Nullable String number) {
        var isKnown = number == null
                || claim.turn().payersNumbers().names(number)
                || claim.turn().otherPayers().stream()
                        .anyMatch(other -> other.payersNumbers().names(number));
        if (!isKnown) {
            throw new Problem(
                    ClaimProblem.CLAIM_STEP_NOT_ALLOWED, "No payer knows the claim by the number %s".formatted(number));
        }
        return new NextVersion(claim, moment, number);
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
        var next = NextAllowed.of(claim, payersNumber);
        if (claim.isToAnotherPayer(facts)
                && claim.turn().adjudication().isDecided()
                && (claim.current().transport().isAnswered() || claim.current().isVoid())) {
            leaveDecision(payerOwesAll);
            next = NextAllowed.aNewClaim(claim, "Another payer is billed: a new claim, which refers to nothing");
        }
        var correction = next.option(NextAllowed.CORRECT).orElse(null);
        if (correction == null) {
            var refused = claim.turn().adjudication().isDecided()
                    && !claim.current().facts().payer().profile().acceptsCorrectedClaims();
            throw new Problem(
                    refused ? ClaimProblem.CLAIM_CORRECTION_NOT_ACCEPTED : ClaimProblem.CLAIM_STEP_NOT_ALLOWED,
                    next.why());
        }
        correction.requireReference();
        if (claim.current().isVoid()
                && claim.current().transport() == Transport.ACCEPTED) { // what the payer had is gone
            claim.turn().knownAs(null);
            claim.turn().adjudicate(Adjudication.NONE, moment);
        }
        claim.addVersion(Objects.requireNonNull(correction.frequency()), correction.references(), facts, moment.at());
        claim.current().reason(reason);
        claim.note(moment, "corrected", reason == null ? correction.why() : reason);
    }

    /** The patient is charged by what is coded now, where the payer has rejected what was coded before. */
    void chargedAnew(ClaimFacts facts) {
        claim.addVersion("1", null, facts, moment.at());
        claim.note(
                moment,
                "corrected",
                "Version %d of the coding: the patient is billed by it".formatted(claim.codingVersion()));
    }

    /**
     * Replaces what another payer than the one that is billed has decided. What the payers after it were told follows from its decision:
     * they are billed again in their turn.
     */
    void correct(int payerInTurn, ClaimFacts facts, @Nullable String reason) {
        var option = NextAllowed.of(claim, payersNumber)
                .require(NextAllowed.CORRECT, payerInTurn)
                .requireReference();
        if (!facts.payer()
                .payerId()
                .equals(claim.sent().last(payerInTurn).facts().payer().payerId())) {
            throw new Problem(
                    ClaimProblem.CLAIM_STEP_NOT_ALLOWED,
                    "The coverage in turn %d is another payer's by now".formatted(payerInTurn));
        }
        var coordination = claim.sent().last(payerInTurn).coordination();
        turnTo(payerInTurn);
        claim.addVersion("7", option.references(), facts, moment.at());
        claim.current().coordination(coordination);
        claim.current().reason(reason);
        claim.note(moment, "corrected", reason == null ? option.why() : reason);
    }

    /** Another payer of it is billed: what the one so far has decided is kept, and what the other has decided before stands again. */
    private void turnTo(int sequence) {
        var others = new ArrayList<>(claim.turn().otherPayers());
        var known = claim.turn().decidedInTurn(sequence);
        others.removeIf(decision -> decision.sequence() == sequence
                || decision.sequence() == claim.turn().billingSequence());
        if (claim.turn().adjudication().isDecided() && !claim.isTakenBack()) {
            others.add(new DecisionInTurn(
                    claim.turn().billingSequence(),
                    claim.turn().payersNumbers(),
                    claim.turn().adjudication(),
                    claim.decidedOn()));
        }
        claim.turn().otherPayers(others);
        claim.turn().billedInTurn(sequence);
        claim.turn().knownBy(known.map(DecisionInTurn::payersNumbers).orElse(PayersNumbers.of(null)));
        claim.turn()
                .adjudicate(
                        known.map(DecisionInTurn::adjudication).orElse(Adjudication.NONE),
                        known.map(DecisionInTurn::decidedOn).orElse(null),
                        moment);
    }

    /** Of the payer that is billed. */
    void takeBack(String reason) {
        takeBack(reason, null);
    }

    /**
     * Takes back what a payer has decided: the same claim again, with frequency 8.
     *
     * @param payerInTurn null for the payer that is billed
     */
    void takeBack(String reason, @Nullable Integer payerInTurn) {
        var option = NextAllowed.of(claim, payersNumber)
                .require(NextAllowed.VOID, payerInTurn)
                .requireReference();
        var coded = claim.codingVersion();
        var sent = claim.sent().last(payerInTurn == null ? claim.turn().billingSequence() : payerInTurn);
        if (payerInTurn != null) {
            turnTo(payerInTurn);
        }
        claim.addVersion("8", option.references(), sent.facts(), moment.at());
        claim.current().coordination(sent.coordination());
        claim.codedAs(coded); // a void says what was sent, not what was coded since
        claim.current().reason(reason);
        claim.current().moveTo(Transport.READY, moment.at());
        claim.owner(NextOwner.toSubmit(moment.today()));
        claim.note(moment, "void-prepared", reason);
    }

    /**
     * Bills the next payer in turn, once the one before it has decided and has not forwarded the claim itself. A payer that had decided
     * before the one before it was corrected gets a replacement.
     */
    void billNext(ClaimFacts facts, Coordination coordination) {
        NextAllowed.of(claim).require(NextAllowed.BILL_NEXT_PAYER);
        claim.nextPayerSilentFrom().filter(moment.today()::isBefore).ifPresent(day -> {
            throw new Problem(
                    ClaimProblem.CLAIM_STEP_NOT_ALLOWED,
                    "The payer has passed the claim on: until %s its answer is awaited, so that nobody is billed twice"
                            .formatted(day));
        });
        turnTo(coordination.sequence());
        var replaced = claim.sent().mayBeWithPayer(coordination.sequence())
                ? claim.turn().payersNumbers().only()
                : null;
        if (replaced == null
                && claim.sent().mayBeWithPayer(coordination.sequence())
                && claim.turn().adjudication().isDecided()) {
            throw new Problem(
                    ClaimProblem.CLAIM_STEP_NOT_ALLOWED,
                    claim.turn().payersNumbers().isAmbiguous()
                            ? "The next payer has decided the claim in parts, under %s: call the payer"
                                    .formatted(claim.turn().payersNumbers().inWords())
                            : "The next payer has decided before and gave no claim number: call the payer");
        }
        if (replaced != null && !facts.payer().profile().acceptsCorrectedClaims()) {
            throw new Problem(
                    ClaimProblem.CLAIM_CORRECTION_NOT_ACCEPTED,
                    "The next payer has decided before and takes no corrected claims: ask it to reopen that");
        }
        claim.addVersion(replaced == null ? "1" : "7", replaced, facts, moment.at());
        claim.current().coordination(coordination);
        claim.note(moment, "next-payer-billed", "Payer %d in turn".formatted(coordination.sequence()));
    }

    /** The decision of a payer is left behind when another is billed, and only when nothing of it is left in the books. */
    private void leaveDecision(boolean payerOwesAll) {
        if (!payerOwesAll) {
            throw new Problem(
                    ClaimProblem.CLAIM_STEP_NOT_ALLOWED,
                    "The coverage names another payer than the one that has decided, whose decision is in the books: it has to be reversed first");
        }
        claim.turn().knownAs(null);
        claim.turn().adjudicate(Adjudication.NONE, moment);
        claim.note(moment, "payer-changed", "Another payer is billed than the one that has decided");
    }
}
