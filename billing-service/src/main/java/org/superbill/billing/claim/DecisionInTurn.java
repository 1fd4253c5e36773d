package org.superbill.billing.claim;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a payer has decided about a claim while another one is billed, so that it can be billed again, corrected or asked to take it back.
 *
 * @param sequence the turn of the payer, from 1
 * @param payerClaimNumber by which that payer knows the claim
 */
record DecisionInTurn(
        int sequence, @Nullable String payerClaimNumber, Adjudication adjudication, LocalDate decidedOn) {}
