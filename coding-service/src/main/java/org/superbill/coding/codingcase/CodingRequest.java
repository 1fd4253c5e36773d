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
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codesystem.CodeSystem;

/** The codes of an encounter as a coder sends them. What cannot be a code at all is refused here; what is a wrong code becomes a finding. */
@Schema(name = "CodingCaseCoding")
record CodingRequest(
        @NotNull
        @Size(max = 50)
        @Schema(description = "ICD-10-CM, with or without the dot, principal first", examples = "[\"Z23\"]")
        List<@NotNull @Pattern(regexp = "\\s*[A-Za-z][0-9A-Za-z][0-9A-Za-z.]{0,7}\\s*") String> diagnoses,

        @NotNull @Size(max = 200) @Valid List<@NotNull @Valid Line> lines) {

    /** One line. */
    @Schema(name = "CodingCaseCodingLine")
    record Line(
            @NotNull @Min(1) @Max(9999) @Schema(description = "Of the service that it codes")
            Integer lineNumber,

            @NotNull @Pattern(regexp = "\\s*[0-9A-Za-z]{5}\\s*") @Schema(description = "CPT or HCPCS Level II")
            String procedureCode,

            @Nullable @Size(max = 20) List<@NotNull @Size(max = 10) String> modifiers,

            @NotNull @DecimalMin(value = "0", inclusive = false) @Digits(integer = 8, fraction = 3)
            BigDecimal units,

            @Nullable @Size(max = 50) @Schema(description = "Positions in the diagnoses, from 1, most important first")
            List<@NotNull Integer> diagnosisPointers) {

        CodedLine coded() {
            return new CodedLine(
                    lineNumber,
                    CodeSystem.CPT.normalize(procedureCode),
                    modifiers == null
                            ? List.of()
                            : modifiers.stream().map(Line::modifier).toList(),
                    units,
                    diagnosisPointers == null ? List.of() : diagnosisPointers);
        }

        private static String modifier(String text) {
            return text.strip().toUpperCase(Locale.ROOT);
        }
    }

    List<String> storedDiagnoses() {
        return diagnoses.stream().map(CodeSystem.ICD_10_CM::normalize).toList();
    }

    List<CodedLine> codedLines() {
        return lines.stream().map(Line::coded).toList();
    }
}
