package org.superbill.patient.encounter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.patient.field.Texts;

/**
 * One service that was given (005010X222A1, loop 2400, SV1).
 *
 * @param procedureCode CPT or HCPCS Level II; only its shape is checked here, whether it exists is coding's to say. Absent on a facility's service that its revenue code alone tells
 * @param modifiers at most four
 * @param chargeCents what is charged for all units together (SV102)
 * @param serviceDate the encounter's when absent
 * @param diagnosisPointers positions in the completion's diagnoses, from 1, most important first
 * @param practitionerId who gave it; the encounter's when absent
 * @param billedBy of a stay: {@code professional} when absent
 * @param details what the claim says of it besides its codes
 */
@Schema(name = "ServiceDetails")
record ServiceDetails(
        @Nullable
        @Pattern(
                regexp = "[0-9]{4}[0-9AFMTU]|[A-V][0-9]{4}",
                message = "must have the shape of a CPT or HCPCS code, e.g. 90658")
        String procedureCode,

        @Nullable @Size(max = 4)
        List<
                        @NotNull
                        @Pattern(regexp = "[0-9A-Z]{2}", message = "must be a modifier of two characters, e.g. 25")
                        String>
                modifiers,

        @NotNull @DecimalMin(value = "0", inclusive = false) @Digits(integer = 8, fraction = 3)
        BigDecimal units,

        @NotNull @PositiveOrZero @Max(9_999_999_999L) Long chargeCents,

        @Nullable LocalDate serviceDate,

        @Nullable @Size(max = 4) List<@NotNull @Min(1) @Max(25) Integer> diagnosisPointers,

        @Nullable UUID practitionerId,

        @Nullable BilledBy billedBy,
        @Nullable @Valid ServiceClaimDetails details) {

    ServiceDetails {
        var code = Texts.trimmedOrAbsent(procedureCode);
        procedureCode = code == null ? null : Texts.code(code);
        modifiers = modifiers == null
                ? null
                : modifiers.stream().map(Texts::code).toList(); // may have nulls, which validation refuses afterwards
    }

    /** Only a facility's service with a revenue code may be without a procedure, and then without modifiers (837I, SV202). */
    boolean lacksProcedure() {
        return procedureCode == null
                && !(billedBy == BilledBy.FACILITY
                        && details != null
                        && details.revenueCode() != null
                        && (modifiers == null || modifiers.isEmpty()));
    }

    LocalDate dayOr(LocalDate dayOfEncounter) {
        return Objects.requireNonNullElse(serviceDate, dayOfEncounter);
    }

    ServiceLine line(int lineNumber, LocalDate dayOfEncounter) {
        return new ServiceLine(
                lineNumber,
                Objects.requireNonNullElse(procedureCode, ""),
                Objects.requireNonNullElse(modifiers, List.of()),
                units,
                chargeCents,
                dayOr(dayOfEncounter),
                diagnosisPointers,
                practitionerId,
                billedBy,
                details);
    }
}
