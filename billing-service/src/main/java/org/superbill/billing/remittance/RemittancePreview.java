package org.superbill.billing.remittance;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.Adjudication;
import org.superbill.billing.ledger.Account;

/**
 * What would become of a payment that came now; nothing is written.
 *
 * @param outcome {@code posted}, {@code quarantined}, {@code duplicate} or {@code waiting}
 * @param disagreements the sums that disagree, and what else forbids to post it
 * @param accounts what the posting would move; empty when nothing would be posted
 * @param claims the first thousand
 */
@Schema(name = "RemittancePreview")
record RemittancePreview(
        @Schema(examples = "posted") Remittance.State outcome,
        String explanation,
        String traceNumber,
        String originator,
        String payerName,
        long paymentCents,
        LocalDate paymentDate,
        int claimCount,
        List<RemittanceView.DisagreementView> disagreements,
        List<AccountMove> accounts,
        List<ClaimMove> claims) {

    /** @param amountCents debits minus credits */
    @Schema(name = "RemittancePreviewAccount")
    record AccountMove(
            @Schema(examples = "contractual-adjustment") Account account, long amountCents) {}

    /**
     * What would become of a claim.
     *
     * @param position which CLP of the payment, from 1
     * @param matchedBy how the claim was found
     * @param insuranceCents by how much what payers owe for it would change; {@code patientCents} likewise
     */
    @Schema(name = "RemittancePreviewClaim")
    record ClaimMove(
            int position,
            String claimNumber,
            @Nullable UUID claimId,
            @Schema(examples = "control-number") @Nullable String matchedBy,
            @Nullable Adjudication adjudication,
            long paidCents,
            long insuranceCents,
            long patientCents,
            List<DeniedMove> denials) {}

    /** What would be recorded as refused. @param lineNumber absent when it is the whole claim */
    @Schema(name = "RemittancePreviewDenial")
    record DeniedMove(@Nullable Integer lineNumber, String group, String carc, long amountCents) {}

    /** Only for the API's document. */
    @Schema(name = "RemittancePreviews")
    record Listed(List<RemittancePreview> items) {}
}
