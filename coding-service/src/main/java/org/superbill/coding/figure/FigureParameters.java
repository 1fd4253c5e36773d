package org.superbill.coding.figure;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingcase.FigureBy;
import org.superbill.coding.codingcase.FigureFilter;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;

/** By what figures are told, and of whom. */
public class FigureParameters {
    @QueryParam("by")
    @Nullable
    @Parameter(
            schema =
                    @Schema(
                            enumeration = {"total", "coder", "specialty", "payer", "kind", "day"},
                            defaultValue = "total"))
    String by;

    @QueryParam("coder")
    @Size(max = 100)
    @Nullable
    @Parameter(description = "Of one coder only: the subject of the token", example = "ann")
    String coder;

    @QueryParam("specialty")
    @Pattern(regexp = "[0-9A-Z]{1,10}")
    @Nullable
    @Parameter(description = "Beginning of a provider taxonomy code", example = "207Q")
    String specialty;

    @QueryParam("payerId")
    @Nullable
    UUID payerId;

    /** @throws Problem {@code VALIDATION_FAILED} */
    FigureBy by() {
        return by == null
                ? FigureBy.TOTAL
                : FigureBy.of(by)
                        .orElseThrow(() -> new Problem(
                                KitProblem.VALIDATION_FAILED,
                                "A query parameter is not valid",
                                new FieldError(
                                        "?by", "unknown-by", "by is total, coder, specialty, payer, kind or day")));
    }

    FigureFilter filter() {
        return new FigureFilter(coder, specialty, payerId);
    }
}
