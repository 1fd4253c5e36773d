package org.superbill.billing.openingbalance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was open in a former system.
 *
 * @param formerSystem its name
 * @param asOf the day at whose end it was open; not in the future
 */
@Schema(name = "OpeningBalances")
record OpeningBalances(
        @NotBlank @Size(max = 60) String formerSystem,
        @NotNull LocalDate asOf,
        @Valid @NotNull @Size(max = 10_000) List<@NotNull OpenClaim> claims,
        @Valid @NotNull @Size(max = 10_000) List<@NotNull PatientBalance> patients) {
    private static final long MOST = 9_999_999_999L;

    /**
     * A claim that was sent and is not settled.
     *
     * @param controlNumber CLM01 as the former system sent it
     * @param payerClaimNumber the payer's, where it is known
     * @param encounterId where the encounter is known here too
     * @param coverageIds who is billed, in order
     * @param owingCoverageId of these, whose payer owes the insurance's part; absent for the first
     * @param diagnoses ICD-10-CM without the dot
     * @param insuranceOpenCents what that payer still owes; below zero is its credit, zero is settled
     * @param firstBilledOn from {@code serviceDate} to {@code asOf}
     * @param patientOpenCents what the patient owes of it, with the payer's part not above the charge; what is neither was paid or written off before
     */
    @Schema(name = "OpenClaim")
    record OpenClaim(
            @NotNull @Pattern(regexp = "[A-Za-z0-9 .\\-]{1,20}")
            String controlNumber,

            @Size(max = 50) @Nullable String payerClaimNumber,
            @Nullable UUID encounterId,
            @NotNull UUID patientId,
            @NotEmpty @Size(max = 10) List<@NotNull UUID> coverageIds,
            @Nullable UUID owingCoverageId,
            @NotNull UUID practitionerId,
            @NotNull UUID locationId,
            @NotNull LocalDate serviceDate,
            @NotNull LocalDate firstBilledOn,
            @NotEmpty @Size(max = 12) List<@NotBlank String> diagnoses,
            @Valid @NotEmpty @Size(max = 50) List<@NotNull OpenLine> lines,
            @NotNull @Min(-MOST) @Max(MOST) Long insuranceOpenCents,
            @NotNull @Min(-MOST) @Max(MOST) Long patientOpenCents) {

        /** The turn of the payer that owes the insurance's part, from 1; 0 when the claim does not name its coverage. */
        int owingTurn() {
            return owingCoverageId == null ? 1 : coverageIds.indexOf(owingCoverageId) + 1;
        }

        long chargeCents() {
            return lines.stream().mapToLong(OpenLine::chargeCents).reduce(0, Math::addExact);
        }
    }

    /** A service of it. @param diagnosisPointers positions in the claim's diagnoses, from 1 */
    @Schema(name = "OpenClaimLine")
    record OpenLine(
            @NotBlank @Size(max = 10) String procedureCode,
            @NotNull @Size(max = 4) List<@NotBlank String> modifiers,
            @NotNull @Positive BigDecimal units,
            @NotNull @PositiveOrZero @Max(MOST) Long chargeCents,
            @NotEmpty @Size(max = 4) List<@NotNull @Min(1) @Max(12) Integer> diagnosisPointers) {}

    /** What a patient owed beside any of the claims. @param balanceCents below zero is a credit */
    @Schema(name = "OpenPatientBalance")
    record PatientBalance(
            @NotNull UUID patientId,
            @NotNull @Min(-MOST) @Max(MOST) Long balanceCents) {}

    /**
     * What became of it.
     *
     * @param alreadyThere taken over by an earlier import, unchanged: nothing was done again
     */
    @Schema(name = "OpeningBalancesImport")
    record Imported(int claims, int patients, int alreadyThere, long insuranceOpenCents, long patientOpenCents) {}
}
