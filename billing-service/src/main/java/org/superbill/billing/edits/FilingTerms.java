package org.superbill.billing.edits;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.deadline.ClaimType;
import org.superbill.billing.deadline.Filing;
import org.superbill.billing.deadline.PayerLimits;
import org.superbill.billing.reference.ClaimFacts;

/**
 * By when a payer has to have a claim.
 *
 * @param limits what is entered of payers' limits
 * @param type what the claim is to the payer
 * @param remittedOn when the remittance came that a corrected or secondary claim follows; absent when there is none
 */
public record FilingTerms(
        PayerLimits limits, ClaimType type, @Nullable LocalDate remittedOn) {
    /** Nothing is entered, and the claim is new. */
    public static final FilingTerms OF_PROFILE = new FilingTerms(PayerLimits.NONE, ClaimType.ORIGINAL, null);

    /** For another kind of claim. */
    public FilingTerms of(ClaimType other, @Nullable LocalDate remitted) {
        return new FilingTerms(limits, other, remitted);
    }

    /** @return nothing when the payer sets no limit */
    @Nullable
    LocalDate lastDay(ClaimFacts facts, LocalDate served) {
        return limits.lastDay(Filing.of(facts, type, served, remittedOn)).orElse(null);
    }
}
