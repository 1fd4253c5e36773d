package org.superbill.events;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the primary payer is expected to allow for an audited coding, as it was coded and as it would have been right: the answer to
 * {@link CodingAudited}. Key: encounter id.
 *
 * @param auditItemId of the question
 * @param payerId absent when there is no coverage
 */
public record CodingEffectPriced(
        UUID auditItemId, UUID encounterId, @Nullable UUID payerId, List<Line> coded, List<Line> correct)
        implements Event {

    public CodingEffectPriced {
        coded = List.copyOf(coded);
        correct = List.copyOf(correct);
    }

    @Override
    public String subject() {
        return encounterId.toString();
    }

    /**
     * A line of the question with its price.
     *
     * @param chargeCents as in the question, else by the fee schedule; absent when neither has one
     * @param allowedCents absent when it is not known
     * @param basis how the contract finds it: {@code rate}, {@code percent-of-medicare}, {@code percent-of-charge}
     * @param unknown why there is no allowed amount: {@code no-coverage}, {@code no-contract}, {@code no-price} (the contract has none for
     *     this line), {@code inpatient} (a stay is not paid by its lines)
     */
    public record Line(
            int lineNumber,
            String procedureCode,
            List<String> modifiers,
            BigDecimal units,
            @Nullable Long chargeCents,
            @Nullable Long allowedCents,
            @Nullable String basis,
            @Nullable UUID contractId,
            @Nullable String unknown) {
        public Line {
            modifiers = List.copyOf(modifiers);
        }
    }
}
