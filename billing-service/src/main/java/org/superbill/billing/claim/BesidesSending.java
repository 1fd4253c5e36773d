package org.superbill.billing.claim;

import java.time.LocalDate;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.ClaimMoney;

/** What is done with a claim besides sending it: somebody else is billed, asked, or has paid. */
final class BesidesSending {
    private final Claim claim;
    private final Moment moment;

    BesidesSending(Claim claim, Moment moment) {
        this.claim = claim;
        this.moment = moment;
    }

    /** The patient pays all of it: no payer has decided anything. */
    void billToPatient(String reason) {
        NextAllowed.of(claim).require(NextAllowed.BILL_PATIENT);
        claim.turn().billTo(BilledTo.PATIENT);
        claim.current().reason(reason);
        claim.owner(NextOwner.toPay(moment.today()));
        claim.note(moment, "billed-to-patient", reason);
    }

    /** A coverage was found after all. */
    void billToPayer(String reason) {
        NextAllowed.of(claim).require(NextAllowed.BILL_PAYER);
        claim.turn().billTo(BilledTo.PAYER);
        claim.current().reason(reason);
        claim.owner(NextOwner.toSubmit(moment.today()));
        claim.note(moment, "billed-to-payer", reason);
    }

    /** What was prepared is not sent; an amended coding waits for the biller still. */
    void discard(String reason, ClaimMoney money) {
        claim.note(moment, "discarded", "%s: %s".formatted(claim.current().claimNumber(), reason));
        claim.discardCurrent();
        claim.owner(NextOwner.toCorrect(moment.today()));
        if (claim.turn().adjudication().isDecided() && !claim.isTakenBack()) {
            claim.ownerAfterPayer(NextOwner.afterDecision(claim.turn().adjudication(), money, moment.today()));
        }
    }

    /** What was refused is for the coder to look at; whoever amends the coding leads to the replacement. */
    void sentToCoder() {
        if (claim.ownerRole() == OwnerRole.BILLER && !claim.isVoided()) {
            claim.owner(NextOwner.toCode(moment.today()));
            claim.note(moment, "sent-to-coder", "The refusal is for the coder to look at");
        }
    }

    /** The payer is asked, outside of X12, to look at its decision again (42 CFR 405.980). */
    void reopen(String reason) {
        NextAllowed.of(claim).requireOfAny(NextAllowed.REOPEN);
        claim.owner(NextOwner.toReopen(moment.today()));
        claim.note(moment, "reopening-requested", reason);
    }

    /** A person has looked at a remittance, and says what the payer that is billed has decided with it. */
    void reviewed(Adjudication decision, String reason, ClaimMoney money) {
        NextAllowed.of(claim).require(NextAllowed.REVIEWED);
        claim.turn().adjudicate(decision, decision == Adjudication.PENDING ? null : claim.decidedOn(), moment);
        claim.note(moment, "reviewed", "%s: %s".formatted(decision.wire(), reason));
        claim.ownerAfterPayer(NextOwner.afterDecision(decision, money, moment.today()));
    }

    /** The payer that the claim was forwarded to has not answered in time. */
    void nextPayerSilent() {
        claim.owner(NextOwner.toSubmit(moment.today()));
        claim.note(
                moment,
                "next-payer-silent",
                "The payer to whom the claim was forwarded has not answered: it can be billed");
    }

    /** An appeal has gone to the payer, or its outcome has come. */
    void appealed(String step, String detail, NextOwner next) {
        claim.owner(next);
        claim.note(moment, step, detail);
    }

    /** What persons had given up or passed on of the claim stands no more: a person has to look at it again. */
    void takenBack(Cents amount) {
        claim.note(
                moment,
                "adjustments-taken-back",
                "%s that persons had moved is where it was: what it was moved from is not owed any more"
                        .formatted(amount.dollars()));
        if (!claim.isVoided()) {
            claim.owner(NextOwner.toCorrect(moment.today()));
        }
    }

    /** Of a voided encounter. */
    void returned(ClaimMoney money, LocalDate due) {
        owedBack(money, due, false);
        claim.note(
                moment,
                "money-returned",
                "What is to be returned still: %s".formatted(money.credit().dollars()));
    }

    /**
     * Whose a claim is of which nothing is charged: a biller's until nobody has a credit, unless a payer is asked to take that back.
     *
     * @param due by when it has to go back
     * @param found whether that is known since now
     */
    void owedBack(ClaimMoney money, LocalDate due, boolean found) {
        if (claim.current().isVoid() && !claim.isTakenBack()) {
            return; // that one goes its way first
        }
        if (money.credit().isZero()) {
            claim.owner(NextOwner.NOBODY);
        } else if (found || claim.ownerRole() != OwnerRole.PAYER) {
            claim.owner(new NextOwner(OwnerRole.BILLER, due));
        }
    }

    /** A payer has decided: whoever was asked to take back what did not take place is waited for no more. */
    void askedNoMore() {
        if (claim.turn().areChargesTakenOut() && !claim.current().isVoid()) {
            claim.owner(NextOwner.toCorrect(moment.today()));
        }
    }

    /** A person moved what is owed: with it goes whose turn it is. */
    void moneyMoved(String step, String detail, ClaimMoney money) {
        claim.note(moment, step, detail);
        if (money.nobodyOwes()) {
            claim.owner(NextOwner.NOBODY);
        } else if (money.payersAreEven()) {
            claim.owner(
                    money.patient().value() > 0
                            ? NextOwner.toPay(moment.today())
                            : NextOwner.toCorrect(moment.today()));
        } else if (claim.turn().adjudication().isDecided() && claim.turn().adjudication() != Adjudication.FORWARDED) {
            claim.ownerAfterPayer(NextOwner.afterDecision(claim.turn().adjudication(), money, moment.today()));
        }
    }
}
