package org.superbill.billing.claim;

import java.util.List;

/**
 * A payer has decided what did not take place, and takes no claim back (frequency 8): what it has paid goes back to it, or it takes that back
 * itself. Pure. Source: 42 CFR 401.305; Medicare Claims Processing Manual, chapter 34 (reopenings).
 */
final class VoluntaryReturn {
    private VoluntaryReturn() {}

    /** Of a claim whose encounter was voided. */
    static boolean isAllThatIsLeft(Claim claim) {
        return !claim.current().isVoid()
                && claim.current().transport().isAnswered()
                && claim.sent().mayBeWithPayer(claim.turn().billingSequence())
                && claim.turn().adjudication().isDecided()
                && !Situation.takesVoids(claim.current().facts().payer());
    }

    static List<NextAllowed.Option> options(Claim claim) {
        return List.of(
                new NextAllowed.Option(
                        NextAllowed.REFUND,
                        null,
                        claim.turn().payersNumbers().inWords(),
                        null,
                        "The payer takes no claim back: what it has paid is its credit, and goes back to it (a refund) within 60 days of when that was found (42 CFR 401.305)"),
                new NextAllowed.Option(
                        NextAllowed.REOPEN,
                        null,
                        claim.turn().payersNumbers().inWords(),
                        FilingClock.reopening(claim.decidedOn()),
                        "Or the payer reopens the claim, and takes its money back itself"));
    }
}
