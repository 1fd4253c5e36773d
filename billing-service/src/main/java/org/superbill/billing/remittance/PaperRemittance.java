package org.superbill.billing.remittance;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An explanation of benefits on paper, typed in: what an ST of an 835 says, in its words.
 *
 * @param traceNumber the number of the check (TRN02)
 * @param originator who has issued it: 1 and the payer's tax id, where it is known (TRN03)
 * @param payeeNpi who is paid
 * @param paymentCents the amount of the check; below zero when the payer takes money (BPR02, BPR03)
 */
@Schema(name = "PaperRemittance")
record PaperRemittance(
        @NotBlank @Size(max = 50) String traceNumber,
        @NotBlank @Size(max = 10) String originator,
        @NotBlank @Size(max = 60) String payerName,
        @Size(min = 2, max = 80) @Nullable String payerIdentifier,
        @NotBlank @Pattern(regexp = "[0-9]{10}") String payeeNpi,
        @Min(-MOST) @Max(MOST) long paymentCents,
        @NotNull LocalDate paymentDate,
        @NotNull Method paymentMethod,
        @NotNull @Size(max = 500) List<@Valid @NotNull Claim> claims,
        @Size(max = 100) @Nullable List<@Valid @NotNull ProviderAdjustment> providerAdjustments) {
    private static final long MOST = 9_999_999_999L;

    /** How the money comes. */
    @Schema(name = "PaperRemittanceMethod")
    enum Method {
        CHK,
        ACH,
        NON;

        @JsonValue
        String wire() {
            return name();
        }
    }

    /**
     * A claim of the payment.
     *
     * @param claimNumber ours, as the paper has it (CLP01)
     * @param statusCode 1 primary, 2 secondary, 3 tertiary, 4 denied, 19-21 and 23 forwarded, 22 reversal, 25 estimate (CLP02)
     * @param remarks remark codes of the claim (MOA)
     */
    @Schema(name = "PaperRemittanceClaim")
    record Claim(
            @NotBlank @Size(max = 38) String claimNumber,
            @NotBlank @Pattern(regexp = "[0-9]{1,2}") String statusCode,
            @Min(-MOST) @Max(MOST) long chargeCents,
            @Min(-MOST) @Max(MOST) long paidCents,
            @Min(-MOST) @Max(MOST) long patientResponsibilityCents,
            @NotBlank @Size(max = 50) String payerClaimNumber,
            @Valid @NotNull Patient patient,
            @Nullable LocalDate serviceDate,
            @Size(max = 30) @Nullable List<@Valid @NotNull Adjustment> adjustments,
            @Size(max = 5) @Nullable List<@NotBlank @Size(max = 5) String> remarks,
            @Size(max = 999) @Nullable List<@Valid @NotNull Line> lines) {}

    /** Whose claim it is. */
    @Schema(name = "PaperRemittancePatient")
    record Patient(
            @NotBlank @Size(max = 60) String lastName,
            @Size(max = 35) @Nullable String firstName,
            @Size(min = 2, max = 80) @Nullable String memberId) {}

    /**
     * A line of the claim.
     *
     * @param procedure what was paid (SVC01)
     * @param submittedProcedure what was billed, where it is another one (SVC06)
     * @param allowedCents where the paper says it (AMT*B6)
     */
    @Schema(name = "PaperRemittanceLine")
    record Line(
            @Size(max = 50) @Nullable String lineControlNumber,
            @NotBlank @Size(max = 48) String procedure,
            @Size(max = 4) @Nullable List<@NotBlank @Pattern(regexp = "[A-Z0-9]{2}") String> modifiers,
            @Size(max = 48) @Nullable String submittedProcedure,
            @Nullable BigDecimal units,
            @Min(-MOST) @Max(MOST) long chargeCents,
            @Min(-MOST) @Max(MOST) long paidCents,
            @NotNull LocalDate serviceDate,
            @Min(-MOST) @Max(MOST) @Nullable Long allowedCents,
            @Size(max = 30) @Nullable List<@Valid @NotNull Adjustment> adjustments,
            @Size(max = 20) @Nullable List<@NotBlank @Size(max = 5) String> remarks) {}

    /** Why it was not paid as charged (CAS). */
    @Schema(name = "PaperRemittanceAdjustment")
    record Adjustment(
            @NotBlank @Pattern(regexp = "CO|OA|PI|PR") String group,
            @NotBlank @Size(max = 5) String carc,
            @Min(-MOST) @Max(MOST) long amountCents) {}

    /** Money outside of claims (PLB); above zero it is taken away. */
    @Schema(name = "PaperRemittanceProviderAdjustment")
    record ProviderAdjustment(
            @NotBlank @Size(max = 2) String reason,
            @Size(max = 50) @Nullable String reference,
            @Min(-MOST) @Max(MOST) long amountCents) {}
}
