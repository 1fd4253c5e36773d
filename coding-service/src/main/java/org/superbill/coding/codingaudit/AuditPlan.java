package org.superbill.coding.codingaudit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingcase.CaseKind;

/**
 * What is audited and how.
 *
 * @param stage before the bill (finalized cases that wait for it) or after it (released ones)
 * @param method blind: the auditor codes without seeing what was coded; review: seeing it
 * @param unit of which the accuracy is a share
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingAuditPlan")
record AuditPlan(
        @NotBlank @Size(max = 200) String name,
        @NotNull Stage stage,
        @NotNull Method method,
        @NotNull Unit unit,
        @NotNull @Valid Sampling sampling) {

    static final String EXAMPLE = """
            {"name":"March, new coders","stage":"after-bill","method":"blind","unit":"code",\
            "sampling":{"from":"2026-03-01","to":"2026-03-31","per":"coder","size":10,"seed":20260401,"newCoderCases":100}}""";

    @Schema(name = "CodingAuditStage")
    enum Stage {
        @JsonProperty("before-bill")
        BEFORE_BILL,
        @JsonProperty("after-bill")
        AFTER_BILL
    }

    @Schema(name = "CodingAuditMethod")
    enum Method {
        @JsonProperty("blind")
        BLIND,
        @JsonProperty("review")
        REVIEW
    }

    @Schema(name = "CodingAuditUnit")
    enum Unit {
        @JsonProperty("code")
        CODE,
        @JsonProperty("case")
        CASE,
        /** Of the facility's cases of stays: whether the codes lead to the right diagnosis-related group. */
        @JsonProperty("drg")
        DRG
    }

    /** Of what as many cases are drawn as {@link Sampling#size} says. */
    @Schema(name = "CodingAuditPer")
    enum Per {
        @JsonProperty("all")
        ALL,
        @JsonProperty("coder")
        CODER,
        @JsonProperty("payer")
        PAYER
    }

    /**
     * From which cases how many are drawn. What is absent is not asked for.
     *
     * @param from first day of finalizing
     * @param to last day of finalizing
     * @param per all, or the same number of each coder or payer
     * @param size how many; all there are when fewer
     * @param seed the same seed draws the same cases of the same population; absent: one is made and told
     * @param code beginning of a diagnosis or procedure code, with or without the dot
     * @param newCoderCases only the first so many cases of each coder
     * @param passedThrough only those that no coder has seen, or only others
     * @param computerAssisted only those in which a coder accepted a proposal of computer-assisted coding, or only others
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CodingAuditSampling")
    record Sampling(
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotNull Per per,
            @NotNull @Min(1) @Max(1_000) Integer size,
            @Nullable Long seed,
            @Nullable @Size(min = 1, max = 100) String coder,
            @Nullable CaseKind kind,
            @Nullable @Pattern(regexp = "[0-9A-Z]{1,7}") String code,
            @Nullable UUID payerId,
            @Nullable @PositiveOrZero Long minimumChargeCents,
            @Nullable @Min(1) @Max(100_000) Integer newCoderCases,
            @Nullable Boolean passedThrough,
            @Nullable Boolean computerAssisted) {
        Sampling {
            code = code == null ? null : code.strip().replace(".", "").toUpperCase(Locale.ROOT);
        }
    }
}
