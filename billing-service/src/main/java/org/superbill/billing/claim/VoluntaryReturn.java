package org.superbill.billing.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A payer has decided what did not take place, and takes no claim back (frequency 8): what it has paid goes back to it, or it takes that back
 * itself. Pure. Source: 42 CFR 401.305; Medicare Claims Processing Manual, chapter 34 (reopenings).
 */
final class VoluntaryReturn {
    private VoluntaryReturn() {}

    /**
     * The payers of a claim whose encounter was voided that have decided it and take no claim back, gave no number of it that a void could name, or have
     * rejected it besides.
     *
     * @return their turns, from 1
     */
    static List<Integer> payers(Claim claim) {
        return claim.versions().stream()
                .map(ClaimVersion::sequence)
                .distinct()
                .filter(turn -> claim.sent().anyTo(turn) && isDecided(claim, turn) && !canBeVoided(claim, turn))
                .toList();
    }

    /** Or was already. */
    private static boolean canBeVoided(Claim claim, int turn) {
        return claim.sent().mayBeWithPayer(turn)
                ? Situation.takesVoids(claim.sent().last(turn).facts().payer()) && hasNumber(claim, turn)
                : !claim.sent().inTurn(turn).wereAllRejected();
    }

    private static boolean hasNumber(Claim claim, int turn) {
        var number = turn == claim.turn().billingSequence()
                ? Optional.ofNullable(claim.turn().payerClaimNumber())
                : claim.turn().decidedInTurn(turn).map(DecisionInTurn::payerClaimNumber);
        return number.isPresent();
    }

    private static boolean isDecided(Claim claim, int turn) {
        return turn == claim.turn().billingSequence()
                ? claim.turn().adjudication().isDecided()
                : claim.turn().decidedInTurn(turn).isPresent();
    }

    static Stream<NextAllowed.Option> options(Claim claim) {
        return payers(claim).stream()
                .flatMap(turn -> claim.turn()
                        .decidedInTurn(turn)
                        .filter(decision -> turn != claim.turn().billingSequence())
                        .map(decision -> options(decision.payersNumbers(), decision.decidedOn(), turn))
                        .orElseGet(() -> options(claim.turn().payersNumbers(), claim.decidedOn(), null)));
    }

    private static Stream<NextAllowed.Option> options(
            PayersNumbers numbers, LocalDate decidedOn, @Nullable Integer payerInTurn) {
        return Stream.of(
                new NextAllowed.Option(
                        NextAllowed.REFUND,
                        null,
                        numbers.inWords(),
                        null,
                        "The payer takes no claim back: what it has paid is its credit, and goes back to it (a refund) within 60 days of when that was found (42 CFR 401.305)",
                        payerInTurn,
                        null),
                new NextAllowed.Option(
                        NextAllowed.REOPEN,
                        null,
                        numbers.inWords(),
                        FilingClock.reopening(decidedOn),
                        "Or the payer reopens the claim, and takes its money back itself",
                        payerInTurn,
                        null));
    }
}
