package org.superbill.billing.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.ClaimMoney;
import org.superbill.billing.reference.OtherCoverage;

/** What the way to the payer and back does to a version of a claim. What comes late, or about an older version, is noted and moves nothing backwards. */
final class FromPayer {
    private final Claim claim;
    private final ClaimVersion version;
    private final Moment moment;

    FromPayer(Claim claim, ClaimVersion version, Moment moment) {
        this.claim = claim;
        this.version = version;
        this.moment = moment;
    }

    void sent() {
        version.sent(moment.at());
        if (version.sequence() == 1 && !version.isVoid()) {
            claim.turn().chargesTakenOut(false); // it brings its own
        }
        claim.ownerAfterPayer(
                claim.isOnPaper()
                        ? NextOwner.afterAnswer(Transport.RECEIVED, moment.today()) // nobody acknowledges a letter
                        : NextOwner.toAcknowledge(moment.today()));
        claim.note(
                moment,
                version,
                "sent",
                "Claim %s, frequency %s".formatted(version.claimNumber(), version.frequency()));
    }

    /**
     * Nobody has said that the file arrived.
     *
     * @return whether it is a biller's now
     */
    boolean unacknowledged() {
        if (version.transport() != Transport.SENT || !isCurrent()) {
            return false;
        }
        claim.ownerAfterPayer(NextOwner.toSubmit(moment.today()));
        claim.note(moment, version, "unacknowledged", "The receiver has not acknowledged the file in time");
        return true;
    }

    /**
     * The payer has not said whether it takes the claim, be it that its file was acknowledged.
     *
     * @return whether it is a biller's now
     */
    boolean unanswered() {
        if (!version.transport().isAwaited() || !isCurrent()) {
            return false;
        }
        claim.ownerAfterPayer(NextOwner.toSubmit(moment.today()));
        claim.note(
                moment,
                version,
                "unanswered",
                "The payer has not said in time whether it takes the claim: ask for its status, and send again what it does not have");
        return true;
    }

    /** The payer has answered a question about a version. */
    void statusTold(@Nullable String payersNumber, String detail, boolean needsBiller) {
        claim.note(moment, version, "status-told", detail);
        if (!isCurrent()) {
            return;
        }
        if (payersNumber != null && claim.turn().payerClaimNumber() == null) {
            claim.turn().knownAs(payersNumber);
        }
        if (needsBiller && !claim.turn().adjudication().isDecided()) {
            claim.ownerAfterPayer(NextOwner.toSubmit(moment.today()));
        }
    }

    /**
     * What came back about a version on its way. What comes late, or about an older version, is noted and moves nothing backwards.
     *
     * @return whether the claim has changed
     */
    boolean answered(Transport step, List<Rejection> rejections, @Nullable String payersNumber, String detail) {
        var known = payersNumber != null && payersNumber.equals(claim.turn().payerClaimNumber());
        if (version.transport() == step && (payersNumber == null || known)) { // another file says the same
            claim.remember(moment, version, step.wire(), detail);
            return false;
        }
        if (payersNumber != null && isCurrent() && !claim.turn().payersNumbers().isAmbiguous()) {
            claim.turn().knownAs(payersNumber);
        }
        if (!version.canMoveTo(step)) {
            claim.note(moment, version, version.transport() == step ? step.wire() : "late-" + step.wire(), detail);
            return false;
        }
        version.moveTo(step, moment.at());
        version.rejections(rejections);
        claim.note(moment, version, step.wire(), detail);
        if (step == Transport.ACCEPTED) {
            holdRepeat();
        }
        if (isCurrent()) {
            claim.ownerAfterPayer(NextOwner.afterAnswer(step, moment.today()));
            if (step == Transport.ACCEPTED && claim.turn().adjudication().next().contains(Adjudication.PENDING)) {
                claim.turn().adjudicate(Adjudication.PENDING, moment);
            }
        }
        return true;
    }

    /**
     * A payer to which this one has passed the claim on has decided it in its own turn: it is not billed any more. Of a posting that is undone whose payer was not kept nobody knows whose it was: then none
     * of them has.
     *
     * @param takenBack whether that decides nothing any more
     */
    void decidedBy(ClaimDecisions.Decision decision, boolean takenBack) {
        var others = new ArrayList<>(claim.turn().otherPayers());
        if (decision.payerId() == null) {
            if (takenBack) {
                others.removeIf(other -> !claim.sent().anyTo(other.sequence()));
            }
        } else if (!decision.payerId().equals(version.facts().payer().payerId())) {
            version.facts().laterCoverages(claim.turn().billingSequence()).stream()
                    .filter(later -> later.coverage().payerId().equals(decision.payerId()))
                    .mapToInt(OtherCoverage::turn)
                    .findFirst()
                    .ifPresent(turn -> {
                        var known = claim.turn()
                                .decidedInTurn(turn)
                                .map(DecisionInTurn::payersNumbers)
                                .orElse(PayersNumbers.of(null));
                        others.removeIf(other -> other.sequence() == turn);
                        if (!takenBack) {
                            others.add(new DecisionInTurn(
                                    turn,
                                    decision.payerClaimNumber() == null
                                            ? PayersNumbers.of(null)
                                            : known.with(decision.payerClaimNumber(), decision.part()),
                                    decision.adjudication(),
                                    Objects.requireNonNullElse(decision.decidedOn(), moment.today())));
                        }
                    });
        }
        if (!others.equals(claim.turn().otherPayers())) {
            claim.turn().otherPayers(others);
        }
    }

    /**
     * The payer's decision; a decision shows that the version had been accepted.
     *
     * @param on the payer's date of it
     */
    void decided(
            Adjudication decision,
            @Nullable String payersNumber,
            @Nullable LocalDate on,
            ClaimMoney money,
            String detail) {
        decided(false, decision, payersNumber, null, on, money, detail);
    }

    /**
     * @param overtaken a payer that comes later has decided already: the claim is where that decision has brought it, unless it was taken back since
     * @param part which part of the claim the payer decides under its number, from 1; null for the whole
     */
    void decided(
            boolean overtaken,
            Adjudication decision,
            @Nullable String payersNumber,
            @Nullable Integer part,
            @Nullable LocalDate on,
            ClaimMoney money,
            String detail) {
        if (version.canMoveTo(Transport.ACCEPTED)) {
            version.moveTo(Transport.ACCEPTED, moment.at());
            holdRepeat();
        }
        if (decision == Adjudication.PREDETERMINATION
                && claim.turn().adjudication().isDecided()) { // an estimate takes no decision back
            claim.note(moment, version, decision.wire(), detail);
            return;
        }
        var fromPayerBefore = claim.isToAnotherPayer(version.facts());
        if (payersNumber != null && decision != Adjudication.REVERSED && !fromPayerBefore) {
            claim.turn().knownBy(claim.turn().payersNumbers().with(payersNumber, part));
        }
        if (overtaken
                && decision != Adjudication.REVERSED
                && decision != Adjudication.NEEDS_REVIEW
                && claim.turn().adjudication() != Adjudication.REVERSED) {
            claim.note(moment, version, decision.wire(), detail);
            claim.ownerAfterPayer(NextOwner.afterDecision(claim.turn().adjudication(), money, moment.today()));
            return;
        }
        var answersVoid = version.isVoid() && decision == Adjudication.REVERSED; // be it that the void is pending
        var expected = !fromPayerBefore
                && (answersVoid || claim.turn().adjudication().next().contains(decision));
        claim.turn().adjudicate(expected ? decision : Adjudication.NEEDS_REVIEW, on, moment);
        claim.note(moment, version, claim.turn().adjudication().wire(), detail);
        claim.ownerAfterPayer(NextOwner.afterDecision(claim.turn().adjudication(), money, moment.today()));
    }

    /** What was made to be sent again, because no answer had come, would be the same claim twice. */
    private void holdRepeat() {
        var current = claim.current();
        var repeats = !isCurrent()
                && current.frequency().equals("1")
                && current.sequence() == version.sequence()
                && version.frequency().equals("1");
        if (repeats
                && (current.waitsForFile() || current.transport().isUnsent())
                && current.transport() != Transport.HELD) {
            claim.unsent(moment).hold("The payer has taken version %d after all".formatted(version.version()));
        }
    }

    private boolean isCurrent() {
        return version.version() == claim.current().version();
    }
}
