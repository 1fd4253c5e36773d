package org.superbill.billing.claim;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a payer has decided about a claim while another one is billed, so that it can be billed again, corrected or asked to take it back.
 *
 * @param sequence the turn of the payer, from 1
 * @param payerClaimNumber by which that payer knows the claim
 * @param partClaimNumbers by which it knows the parts of the claim, where it has decided it in parts
 */
record DecisionInTurn(
        int sequence,
        @Nullable String payerClaimNumber,
        Adjudication adjudication,
        LocalDate decidedOn,
        @Nullable List<String> partClaimNumbers) {
    DecisionInTurn(int sequence, PayersNumbers numbers, Adjudication adjudication, LocalDate decidedOn) {
        this(
                sequence,
                numbers.newest(),
                adjudication,
                decidedOn,
                numbers.parts().isEmpty() ? null : numbers.parts());
    }

    PayersNumbers payersNumbers() {
        return new PayersNumbers(payerClaimNumber, partClaimNumbers);
    }
}
