package org.superbill.coding.codecheck;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
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
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.ClaimForm;
import org.superbill.coderules.CodeSet;
import org.superbill.coderules.Encounter;
import org.superbill.coderules.Policy;
import org.superbill.coderules.Terminology;

/** A set of codes to check. What cannot be a code at all is refused; what is a wrong code becomes a finding. Names of patients have no place here. */
@Schema(name = "CodeValidationRequest")
record ValidationRequest(
        @Nullable
        @Schema(
                description =
                        "outpatient when absent; inpatient is a stay. ICD-10 of its facility's claim goes by the discharge, of its professional one by the dates of service")
        Setting setting,

        @Nullable @Schema(description = "institutional for an inpatient, else professional, when absent")
        Form form,

        @NotNull @Schema(description = "Of an inpatient the day of admission", examples = "2026-03-02")
        LocalDate serviceDate,

        @Nullable @Schema(description = "Of a stay: ICD-10 of the facility's claim is judged by it")
        LocalDate dischargeDate,

        @Nullable @Valid Patient patient,

        @NotNull @Size(max = 100) @Schema(description = "The principal or first-listed one first")
        List<@NotNull @Valid Diagnosis> diagnoses,

        @Nullable @Size(max = 200) List<@NotNull @Valid Line> lines,

        @Nullable @Size(max = 100) @Schema(description = "ICD-10-PCS, the principal one first")
        List<@NotNull @Valid Procedure> procedures,

        @Nullable
        @Size(max = 50)
        @Schema(description = "Excludes1 pairs that are passed, where the policy of the organization allows it")
        List<@NotNull @Valid UnrelatedConditions> unrelatedConditions) {

    /** Where the patient was treated. */
    @Schema(name = "CodeValidationSetting")
    enum Setting {
        @JsonProperty("inpatient")
        INPATIENT,
        @JsonProperty("outpatient")
        OUTPATIENT
    }

    /** Which claim the codes are for. */
    @Schema(name = "CodeValidationForm")
    enum Form {
        @JsonProperty("professional")
        PROFESSIONAL,
        @JsonProperty("institutional")
        INSTITUTIONAL
    }

    /** As the payer has it on file. */
    @Schema(name = "CodeValidationSex")
    enum Sex {
        @JsonProperty("female")
        FEMALE,
        @JsonProperty("male")
        MALE,
        @JsonProperty("unknown")
        UNKNOWN
    }

    /** A side of the body. */
    @Schema(name = "CodeValidationSide")
    enum Side {
        @JsonProperty("right")
        RIGHT,
        @JsonProperty("left")
        LEFT,
        @JsonProperty("bilateral")
        BILATERAL
    }

    /** Which system a diagnosis is in. */
    @Schema(name = "CodeValidationDiagnosisSystem")
    enum DiagnosisSystem {
        @JsonProperty("icd-10-cm")
        ICD_10_CM,
        @JsonProperty("icd-11-mms")
        ICD_11
    }

    /** What rules may know of the patient; enough is sex and age. */
    @Schema(name = "CodeValidationPatient")
    record Patient(
            @Nullable Sex sex,
            @Nullable LocalDate birthDate,

            @Nullable @Min(0) @Max(150) @Schema(description = "In completed years, for who does not say the birth date")
            Integer ageYears) {

        org.superbill.coderules.Patient known() {
            return new org.superbill.coderules.Patient(
                    sex == null || sex == Sex.UNKNOWN ? null : org.superbill.coderules.Sex.valueOf(sex.name()),
                    birthDate,
                    ageYears);
        }
    }

    /** One diagnosis. */
    @Schema(name = "CodeValidationDiagnosis")
    record Diagnosis(
            @NotNull
            @Pattern(regexp = "\\s*[0-9A-Za-z][0-9A-Za-z.&/]{0,99}\\s*")
            @Schema(description = "With or without the dot; in ICD-11 also a cluster", examples = "E11.22")
            String code,

            @Nullable @Schema(description = "icd-10-cm when absent")
            DiagnosisSystem system,

            @Nullable
            @Pattern(regexp = "[A-Z1]")
            @Schema(description = "Y, N, U or W; of an inpatient only", examples = "Y")
            String presentOnAdmission,

            @Nullable @Schema(description = "Which side the record names")
            Side documentedSide) {

        CodeSet.Diagnosis coded() {
            var icd11 = system == DiagnosisSystem.ICD_11;
            return new CodeSet.Diagnosis(
                    icd11 ? Terminology.ICD_11 : Terminology.ICD_10_CM,
                    icd11 ? code.strip().toUpperCase(Locale.ROOT) : Terminology.ICD_10_CM.stored(code),
                    presentOnAdmission,
                    documentedSide == null ? null : org.superbill.coderules.Side.valueOf(documentedSide.name()));
        }
    }

    /** One line. */
    @Schema(name = "CodeValidationLine")
    record Line(
            @Nullable
            @Pattern(regexp = "\\s*([0-9A-Za-z]{5})?\\s*")
            @Schema(
                    description =
                            "CPT or HCPCS Level II; absent on a facility's line that its revenue code alone tells")
            String procedureCode,

            @Nullable @Size(max = 20) List<@NotNull @Size(max = 10) String> modifiers,
            @NotNull @Digits(integer = 8, fraction = 3) BigDecimal units,

            @Nullable @Schema(description = "The date of the encounter when absent")
            LocalDate serviceDate,

            @Nullable @Size(max = 50) @Schema(description = "Positions in the diagnoses, from 1, most important first")
            List<@NotNull Integer> diagnosisPointers) {

        CodeSet.Line coded(int number) {
            return new CodeSet.Line(
                    number,
                    procedureCode == null ? "" : Terminology.CPT.stored(procedureCode),
                    modifiers == null
                            ? List.of()
                            : modifiers.stream()
                                    .map(Terminology.MODIFIER::stored)
                                    .toList(),
                    units,
                    serviceDate,
                    diagnosisPointers == null ? List.of() : diagnosisPointers);
        }
    }

    /** One ICD-10-PCS procedure. */
    @Schema(name = "CodeValidationProcedure")
    record Procedure(
            @NotNull @Pattern(regexp = "\\s*[0-9A-Za-z]{1,10}\\s*") @Schema(examples = "0DTJ4ZZ")
            String code,

            @Nullable LocalDate date) {

        CodeSet.Procedure coded() {
            return new CodeSet.Procedure(Terminology.ICD_10_PCS.stored(code), date);
        }
    }

    CodeSet codes(Policy policy) {
        var coded = lines == null ? List.<Line>of() : lines;
        return new CodeSet(
                encounter(policy),
                null,
                diagnoses.stream().map(Diagnosis::coded).toList(),
                IntStream.range(0, coded.size())
                        .mapToObj(i -> coded.get(i).coded(i + 1))
                        .toList(),
                procedures == null
                        ? List.of()
                        : procedures.stream().map(Procedure::coded).toList(),
                unrelatedConditions == null
                        ? List.of()
                        : unrelatedConditions.stream()
                                .map(UnrelatedConditions::accepted)
                                .toList());
    }

    private Encounter encounter(Policy policy) {
        var stay = setting == Setting.INPATIENT;
        var institutional = form == null ? stay : form == Form.INSTITUTIONAL;
        var inpatient = stay
                && institutional; // who bills a professional's visits on a ward goes by their days, as coding cases do
        return new Encounter(
                inpatient ? org.superbill.coderules.Setting.INPATIENT : org.superbill.coderules.Setting.OUTPATIENT,
                institutional ? ClaimForm.INSTITUTIONAL : ClaimForm.PROFESSIONAL,
                serviceDate,
                dischargeDate,
                patient == null ? org.superbill.coderules.Patient.UNKNOWN : patient.known(),
                policy);
    }
}
