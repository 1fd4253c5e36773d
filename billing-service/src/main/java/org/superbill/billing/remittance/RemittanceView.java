package org.superbill.billing.remittance;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.Adjudication;

/**
 * A payment of a payer as the API shows it.
 *
 * @param state {@code posted}, {@code quarantined} (sums disagree, nothing posted), {@code duplicate} (the same money was posted
 *     before), {@code waiting} (the same trace came before with other money,
 *     or it does not fit what is known of its claims), and by a person: {@code unapplied} (its cash is in
 *     unapplied), {@code replaced} (no longer: the same money came again and was accepted), {@code discarded} or {@code undone} (its
 *     posting was taken back)
 * @param explanation why it is in this state, in plain words
 * @param providerAdjustmentsCents the sum of PLB; above zero money was taken away
 * @param disagreements the sums that disagree, and what else forbids to post it
 * @param claims the first 1,000, all of them are at {@code /remittances/{id}/claims}; empty in lists
 * @param source {@code 835}, or {@code paper} for an explanation of benefits that was typed in
 * @param x12FileId absent for paper
 * @param position which ST of its file, from 1
 */
@Schema(name = "Remittance")
record RemittanceView(
        UUID id,
        @Schema(examples = "posted") Remittance.State state,
        String explanation,
        String traceNumber,
        String originator,
        String payerName,
        String payeeIdentifier,
        long paymentCents,
        LocalDate paymentDate,
        @Schema(examples = "ACH") String paymentMethod,
        long claimsPaidCents,
        long providerAdjustmentsCents,
        List<DisagreementView> disagreements,
        List<ProviderAdjustmentView> providerAdjustments,
        List<ClaimView> claims,
        @Schema(examples = "835") String source,
        @Nullable UUID x12FileId,
        int position,
        String transactionControlNumber,
        Instant receivedAt,
        @Nullable DecisionView decision,
        long revision) {

    /** Who has decided what is done with it, when and why. */
    @Schema(name = "RemittanceDecision")
    record DecisionView(String by, Instant at, String reason) {}

    /**
     * Sums that should be equal and are not, or a value that forbids to post; the sums are empty then.
     *
     * @param type the page about it
     * @param pointer the place in the file: transaction set, claim and line from 1, and the element
     */
    @Schema(name = "RemittanceDisagreement")
    record DisagreementView(
            URI type,

            @Schema(
                    enumeration = {
                        "line-unbalanced",
                        "claim-unbalanced",
                        "payment-unbalanced",
                        "negative-payment",
                        "negative-patient-responsibility",
                        "unknown-adjustment-group"
                    },
                    examples = "claim-unbalanced")
            String code,

            @Schema(examples = "/transaction/1/claim/1/CLP04")
            String pointer,

            @Schema(examples = "140.00") String expected,
            @Schema(examples = "141.00") String found,
            String message) {
        static DisagreementView of(Remitted.Disagreement sums, int position) {
            return new DisagreementView(
                    RemittanceProblem.REMITTANCE_UNBALANCED.uri(),
                    sums.code(),
                    sums.pointer(position),
                    sums.expected(),
                    sums.found(),
                    sums.message());
        }
    }

    /** Money outside of any claim (PLB). */
    @Schema(name = "RemittanceProviderAdjustment")
    record ProviderAdjustmentView(
            @Schema(examples = "L6") String reason,
            @Nullable String reference,
            long amountCents) {}

    /**
     * One claim of the payment.
     *
     * @param position which CLP of the payment, from 1
     * @param claimId absent when the claim number is not ours
     * @param patientPaidCents what the payer says that the patient has paid (AMT*F5); nothing is posted by it
     * @param posting {@code posted}, {@code second-payment} (of its cash alone), {@code unapplied} (the money waits for its claim), {@code undone} or {@code none}
     * @param matchedBy how the claim was found: {@code control-number}, {@code patient-date-amount} (the one claim not decided yet of
     *     that member, day and charge) or {@code person}
     */
    @Schema(name = "RemittanceClaim")
    record ClaimView(
            int position,
            String claimNumber,
            @Nullable UUID claimId,
            @Nullable Integer claimVersion,
            @Schema(examples = "1") String statusCode,
            long chargeCents,
            long paidCents,
            long patientResponsibilityCents,
            @Nullable Long patientPaidCents,
            @Nullable String payerClaimNumber,
            @Nullable Adjudication adjudication,
            @Schema(examples = "posted") String posting,

            @Schema(examples = "control-number") @Nullable String matchedBy,

            List<AdjustmentView> adjustments) {}

    /**
     * @param lineNumber as the payer counts, from 1; absent for an adjustment of the whole claim
     * @param claimLine the line of the claim, as far as it is known
     */
    @Schema(name = "RemittanceAdjustment")
    record AdjustmentView(
            @Nullable Integer lineNumber,
            @Nullable Integer claimLine,
            @Schema(examples = "CO") String group,
            @Schema(examples = "45") String carc,
            List<String> rarcs,
            String reason,
            long amountCents) {}

    /** Only for the API's document. */
    @Schema(name = "RemittanceClaimPage")
    record ListedClaims(List<ClaimView> items, @Nullable String nextCursor) {}

    /** Only for the API's document. */
    @Schema(name = "RemittancePage")
    record Listed(List<RemittanceView> items, @Nullable String nextCursor) {}
}
