package org.superbill.billing.editrule;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.ClaimFacts;

/** What was sent in the past and what came of it; whoever keeps claims offers it. */
public interface PastClaims {
    /**
     * A claim as it was sent first to a payer on the days of which the rule is asked: what corrects it since, and takes it back, is the same claim.
     * What went to the next payer is asked of too, as it is before it is sent.
     *
     * @param sentOn the day on which it was sent, of which the rule is asked
     * @param deniedCents what this payer refused and has not paid since; the first one read also what nobody knows who has refused
     */
    record PastClaim(
            UUID claimId, String claimNumber, ClaimFacts facts, LocalDate sentOn, long chargeCents, long deniedCents) {}

    /**
     * Those sent on the days, oldest first; read in portions.
     *
     * @param payerId to whom, whoever is billed now; null: to every payer
     * @param most how many at most
     * @return whether there were more
     */
    boolean each(LocalDate from, LocalDate to, @Nullable UUID payerId, int most, Consumer<PastClaim> consumer);
}
