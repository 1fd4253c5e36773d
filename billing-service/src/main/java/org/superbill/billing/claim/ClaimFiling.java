package org.superbill.billing.claim;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.deadline.ClaimType;
import org.superbill.billing.deadline.Filing;
import org.superbill.billing.edits.FilingTerms;

/** A claim as its payer's filing limit sees it. Pure. */
final class ClaimFiling {
    private static final String FIRST = "1";

    private ClaimFiling() {}

    /** Of the current version. */
    static Filing current(Claim claim) {
        return of(claim, claim.current().frequency());
    }

    /** Of a version that is made now. @param frequency CLM05-3 */
    static Filing of(Claim claim, @Nullable String frequency) {
        var type = type(claim, frequency);
        return Filing.of(claim.id(), claim.current().facts(), type, remittedOn(claim, type));
    }

    /** Of a replacement of what another payer has decided. */
    static Filing correcting(Claim claim, DecisionInTurn decision) {
        return Filing.of(
                claim.id(), claim.sent().last(decision.sequence()).facts(), ClaimType.CORRECTED, decision.decidedOn());
    }

    /** Of the version that leaves next: the current one, or the one that would correct it. */
    static FilingTerms next(Claim claim, FilingTerms known) {
        var current = claim.current();
        var frequency = current.transport().isUnsent()
                ? current.frequency()
                : NextAllowed.of(claim)
                        .option(NextAllowed.CORRECT)
                        .map(NextAllowed.Option::frequency)
                        .orElse(current.frequency());
        var type = type(claim, frequency);
        return known.of(type, remittedOn(claim, type));
    }

    private static ClaimType type(Claim claim, @Nullable String frequency) {
        return frequency != null && !frequency.equals(FIRST)
                ? ClaimType.CORRECTED
                : claim.turn().isOfLaterPayer() || claim.payerSequence() > 1 ? ClaimType.SECONDARY : ClaimType.ORIGINAL;
    }

    /** The remittance that the claim follows: the payer's own, or the latest of those that paid before. */
    private static @Nullable LocalDate remittedOn(Claim claim, ClaimType type) {
        return switch (type) {
            case ORIGINAL -> null;
            case CORRECTED -> claim.turn().adjudication() == Adjudication.NONE ? null : claim.decidedOn();
            case SECONDARY -> {
                var coordination = claim.current().coordination();
                yield coordination == null ? null : coordination.lastDecidedOn();
            }
        };
    }
}
