package org.superbill.patient.encounter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.events.ClaimDetails;
import org.superbill.servicekit.problem.FieldError;

/**
 * What only a facility's claim says (005010X223A2, loop 2300; UB-04).
 *
 * @param typeOfBill type of facility and of care, e.g. 13 for a hospital's outpatient (CLM05-1); the frequency follows from the claim
 * @param admissionType CL101
 * @param admissionSource CL102; absent where it is not asked for
 * @param patientStatus CL103
 * @param admissionHour 0 to 23
 * @param dischargeHour 0 to 23
 * @param reasonsForVisit ICD-10-CM, of an unscheduled outpatient visit
 * @param externalCauses ICD-10-CM
 */
@Schema(name = "InstitutionalDetails")
record InstitutionalDetails(
        @NotNull @Pattern(regexp = "[1-8][1-9]", message = "must be two digits of a type of bill, e.g. 13")
        String typeOfBill,

        @NotNull @Pattern(regexp = "[1-59]", message = "must be a type of admission, 1 to 5 or 9")
        String admissionType,

        @Nullable @Pattern(regexp = "[1-9A-F]", message = "must be a point of origin, one digit or letter")
        String admissionSource,

        @NotNull @Pattern(regexp = "[0-9]{2}", message = "must be a patient status of two digits")
        String patientStatus,

        @Nullable @Min(0) @Max(23) Integer admissionHour,

        @Nullable @Min(0) @Max(23) Integer dischargeHour,

        @Nullable @Pattern(regexp = ICD, message = ICD_MESSAGE)
        String admittingDiagnosis,

        @Nullable @Size(max = 3) List<@NotNull @Pattern(regexp = ICD, message = ICD_MESSAGE) String> reasonsForVisit,

        @Nullable @Size(max = 12) List<@NotNull @Pattern(regexp = ICD, message = ICD_MESSAGE) String> externalCauses,

        @Nullable @Size(max = 24) List<@NotNull @Pattern(regexp = CODE, message = CODE_MESSAGE) String> conditionCodes,

        @Nullable @Size(max = 24) List<@NotNull @Valid Occurrence> occurrences,

        @Nullable @Size(max = 24) List<@NotNull @Valid Occurrence> occurrenceSpans,

        @Nullable @Size(max = 24) List<@NotNull @Valid Value> values,

        @Nullable @Valid NamedProvider attendingProvider,
        @Nullable @Valid NamedProvider operatingProvider,
        @Nullable @Valid NamedProvider otherOperatingProvider) {

    private static final String ICD = "[A-Z][0-9A-Z]{2,6}";
    private static final String ICD_MESSAGE = "must have the shape of an ICD-10-CM code, e.g. J06.9";
    private static final String CODE = "[0-9A-Z]{2}";
    private static final String CODE_MESSAGE = "must be a code of two characters, e.g. 45";

    InstitutionalDetails {
        admittingDiagnosis = undotted(admittingDiagnosis);
        reasonsForVisit = reasonsForVisit == null
                ? null
                : reasonsForVisit.stream().map(InstitutionalDetails::undotted).toList();
        externalCauses = externalCauses == null
                ? null
                : externalCauses.stream().map(InstitutionalDetails::undotted).toList();
    }

    private static @Nullable String undotted(@Nullable String code) {
        return code == null ? null : code.strip().replace(".", "").toUpperCase(Locale.ROOT);
    }

    /** What is wrong between its fields, each being right by itself. @param at the pointer of these details */
    List<FieldError> contradictions(String at) {
        var errors = new ArrayList<FieldError>();
        for (int i = 0; occurrences != null && i < occurrences.size(); i++) {
            if (occurrences.get(i).through != null) {
                errors.add(new FieldError(
                        "%s/occurrences/%d/through".formatted(at, i), "not-allowed", "is given of a span only"));
            }
        }
        for (int i = 0; occurrenceSpans != null && i < occurrenceSpans.size(); i++) {
            var span = occurrenceSpans.get(i);
            if (span.through == null) {
                errors.add(new FieldError(
                        "%s/occurrenceSpans/%d/through".formatted(at, i), "required", "is required of a span"));
            } else if (span.through.isBefore(span.date)) {
                errors.add(new FieldError(
                        "%s/occurrenceSpans/%d/through".formatted(at, i), "before-start", "must not be before date"));
            }
        }
        return errors;
    }

    ClaimDetails.Institutional told() {
        return new ClaimDetails.Institutional(
                typeOfBill,
                admissionType,
                admissionSource,
                patientStatus,
                admissionHour,
                dischargeHour,
                admittingDiagnosis,
                reasonsForVisit,
                externalCauses,
                conditionCodes,
                told(occurrences),
                told(occurrenceSpans),
                values == null
                        ? null
                        : values.stream()
                                .map(value -> new ClaimDetails.Value(value.code, value.amount))
                                .toList(),
                NamedProvider.told(attendingProvider),
                NamedProvider.told(operatingProvider),
                NamedProvider.told(otherOperatingProvider));
    }

    private static @Nullable List<ClaimDetails.Occurrence> told(@Nullable List<Occurrence> occurrences) {
        return occurrences == null
                ? null
                : occurrences.stream()
                        .map(occurrence ->
                                new ClaimDetails.Occurrence(occurrence.code, occurrence.date, occurrence.through))
                        .toList();
    }

    /** @param through of a span only */
    @Schema(name = "UbOccurrence")
    record Occurrence(
            @NotNull @Pattern(regexp = CODE, message = CODE_MESSAGE)
            String code,

            @NotNull LocalDate date,
            @Nullable LocalDate through) {}

    /** @param amount dollars or a count, as the code says */
    @Schema(name = "UbValue")
    record Value(
            @NotNull @Pattern(regexp = CODE, message = CODE_MESSAGE)
            String code,

            @NotNull @DecimalMin("0") @Digits(integer = 8, fraction = 2)
            BigDecimal amount) {}
}
