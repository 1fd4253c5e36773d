package org.superbill.coding.codingcase;

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
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codecheck.UnrelatedConditions;
import org.superbill.coding.codesystem.CodeSystem;

/** The codes of an encounter as a coder sends them. What cannot be a code at all is refused here; what is a wrong code becomes a finding. */
@Schema(name = "CodingCaseCoding")
public record CodingRequest(
        @NotNull
        @Size(max = 50)
        @Schema(description = "ICD-10-CM, with or without the dot, principal first", examples = "[\"Z23\"]")
        List<@NotNull @Pattern(regexp = "\\s*[A-Za-z][0-9A-Za-z][0-9A-Za-z.]{0,7}\\s*") String> diagnoses,

        @Nullable
        @Size(max = 50)
        @Schema(
                description =
                        "One for each diagnosis of an inpatient stay: Y, N, U (not documented), W (cannot be determined) or 1 (exempt)",
                examples = "[\"Y\"]")
        List<@NotNull @Pattern(regexp = "[YNUW1]") String> presentOnAdmission,

        @NotNull @Size(max = 200) List<@NotNull @Valid Line> lines,

        @Nullable @Size(max = 25) @Schema(description = "Of a facility's inpatient case, principal first")
        List<@NotNull @Valid Procedure> procedures,

        @Nullable @Size(max = 200) @Schema(description = "Why warnings are left as they are")
        List<@NotNull @Valid Acknowledgement> acknowledgements,

        @Nullable
        @Size(max = 50)
        @Schema(
                description =
                        "Pairs that an Excludes1 note keeps apart and that are unrelated here (guideline I.A.12.a); they count where the policy allows it")
        List<@NotNull @Valid UnrelatedConditions> unrelatedConditions) {

    /** A procedure of an inpatient stay. */
    @Schema(name = "CodingCaseCodingProcedure")
    public record Procedure(
            @NotNull @Pattern(regexp = "\\s*[0-9A-Za-z]{7}\\s*") @Schema(description = "ICD-10-PCS")
            String code,

            @NotNull LocalDate date,

            @Nullable @Schema(description = "Who performed it; the encounter's when absent")
            UUID practitionerId) {

        StayProcedure coded() {
            return new StayProcedure(code.strip().toUpperCase(Locale.ROOT), date, practitionerId);
        }
    }

    /** One line. */
    @Schema(name = "CodingCaseCodingLine")
    public record Line(
            @NotNull @Min(1) @Max(9999) @Schema(description = "Of the service that it codes")
            Integer lineNumber,

            @Nullable
            @Pattern(regexp = "\\s*([0-9A-Za-z]{5})?\\s*")
            @Schema(
                    description =
                            "CPT or HCPCS Level II; absent on a facility's line that its revenue code alone tells")
            String procedureCode,

            @Nullable @Size(max = 20) List<@NotNull @Size(max = 10) String> modifiers,

            @NotNull @DecimalMin(value = "0", inclusive = false) @Digits(integer = 8, fraction = 3)
            BigDecimal units,

            @Nullable @Size(max = 50) @Schema(description = "Positions in the diagnoses, from 1, most important first")
            List<@NotNull Integer> diagnosisPointers,

            @Nullable @Schema(description = "The service's when absent")
            LocalDate serviceDate,

            @Nullable @Schema(description = "Who gave the service; as the service says when absent")
            UUID practitionerId) {

        CodedLine coded() {
            return new CodedLine(
                    lineNumber,
                    procedureCode == null ? "" : CodeSystem.CPT.normalize(procedureCode),
                    modifiers == null
                            ? List.of()
                            : modifiers.stream().map(Line::modifier).toList(),
                    units,
                    diagnosisPointers == null ? List.of() : diagnosisPointers,
                    serviceDate,
                    practitionerId);
        }

        private static String modifier(String text) {
            return text.strip().toUpperCase(Locale.ROOT);
        }
    }

    public CaseCoding coding() {
        return new CaseCoding(
                diagnoses.stream().map(CodeSystem.ICD_10_CM::normalize).toList(),
                Objects.requireNonNullElse(presentOnAdmission, List.of()),
                lines.stream().map(Line::coded).toList(),
                procedures == null
                        ? List.of()
                        : procedures.stream().map(Procedure::coded).toList(),
                Objects.requireNonNullElse(acknowledgements, List.of()),
                Objects.requireNonNullElse(unrelatedConditions, List.of()));
    }
}
