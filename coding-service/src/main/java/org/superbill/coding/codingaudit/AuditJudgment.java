package org.superbill.coding.codingaudit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingcase.CodingRequest;
import org.superbill.coding.codingscore.CodeError;

/**
 * What the auditor says.
 *
 * @param coding what is right, all of it
 * @param drg by what was coded and by what is right; needed where the audit's unit is the DRG
 * @param reasons why the auditor thinks that the differences came about
 */
@Schema(name = "CodingAuditJudgment")
record AuditJudgment(
        @NotNull @Valid CodingRequest coding,
        @Nullable @Valid AuditedDrg drg,
        @Nullable @Size(max = 200) List<@NotNull @Valid Reason> reasons) {

    static final String EXAMPLE = """
            {"coding":{"diagnoses":["J02.0"],"lines":[{"lineNumber":1,"procedureCode":"99213","units":1,"diagnosisPointers":[1]}]},\
            "reasons":[{"pointer":"/diagnoses/0","category":"abstraction","comment":"the strep test was positive"}]}""";

    /**
     * Why a difference came about.
     *
     * @param pointer of the difference, into the coding that is judged
     */
    @Schema(name = "CodingAuditReasonOf")
    record Reason(
            @NotBlank @Size(max = 200) String pointer,
            @NotNull ReasonedError.Category category,
            @Nullable @Size(max = 1_000) String comment) {}

    List<Reason> given() {
        return Objects.requireNonNullElse(reasons, List.of());
    }

    static ReasonedError reasoned(CodeError error, List<Reason> reasons) {
        return reasons.stream()
                .filter(reason -> reason.pointer().equals(error.pointer()))
                .findFirst()
                .map(reason -> new ReasonedError(error, reason.category(), reason.comment()))
                .orElseGet(() -> new ReasonedError(error, null, null));
    }
}
