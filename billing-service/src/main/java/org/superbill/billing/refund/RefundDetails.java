package org.superbill.billing.refund;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is asked back, and by whom.
 *
 * @param claimId absent for what a patient has paid too much beside any claim; {@code patientId} is named then
 * @param to {@code payer} or {@code patient}
 * @param payerId which of the claim's payers; absent for the one that has the credit, else the one that the claim was sent to last
 * @param payerReference the number of the payer's letter
 * @param payerClaimNumber as the letter gives it; by it the payer's remittance acknowledges the refund (PLB 72)
 * @param reason without patient data
 */
@Schema(name = "RefundRequest")
record RefundDetails(
        @Nullable UUID claimId,
        @Nullable UUID patientId,
        @NotNull RefundTo to,
        @Nullable UUID payerId,
        @Min(1) @Max(9_999_999_999L) long amountCents,
        Refund.@Nullable Against against,
        @Size(max = 50) @Nullable String payerReference,
        @Size(max = 50) @Nullable String payerClaimNumber,
        @NotBlank @Size(max = 200) String reason,
        @NotNull LocalDate requestedOn,
        @Nullable LocalDate dueOn) {}
