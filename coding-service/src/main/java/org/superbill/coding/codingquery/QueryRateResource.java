package org.superbill.coding.codingquery;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;

@Path("/api/v1/coding-query-figures")
@Produces(APPLICATION_JSON)
@Tag(name = "Coding queries")
class QueryRateResource {
    private final Queries queries;

    QueryRateResource(Queries queries) {
        this.queries = queries;
    }

    @GET
    @PermissionsAllowed("coding-figure:read")
    @Operation(
            operationId = "readCodingQueryRates",
            summary =
                    "Read what became of queries: how many were answered and confirmed, how fast, and what is overdue")
    @APIResponse(
            responseCode = "200",
            description = "A row for each coder, clinician, purpose, specialty, payer or day of asking",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = QueryRates.class),
                            examples = @ExampleObject(name = "by coder", value = QueryRates.EXAMPLE)))
    @APIResponse(responseCode = "400", description = "A parameter is missing or not valid")
    public QueryRates rates(
            @Parameter(description = "First day of asking", example = "2026-03-01") @RestQuery @NotNull LocalDate from,
            @Parameter(description = "Last day of asking", example = "2026-03-31") @RestQuery @NotNull LocalDate to,
            @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {"coder", "clinician", "purpose", "specialty", "payer", "day"
                                            },
                                            defaultValue = "coder"))
                    @RestQuery
                    @Nullable
                    String by,
            @Parameter(description = "Of one coder only: the subject of the token", example = "ann")
                    @RestQuery
                    @Size(max = 100)
                    @Nullable
                    String coder,
            @Parameter(description = "Beginning of a provider taxonomy code", example = "207Q")
                    @RestQuery
                    @Pattern(regexp = "[0-9A-Z]{1,10}")
                    @Nullable
                    String specialty,
            @RestQuery @Nullable UUID payerId) {
        return queries.rates(by(by == null ? "coder" : by), new QueryRateStore.Of(coder, specialty, payerId), from, to);
    }

    private static QueryRateStore.By by(String by) {
        return Arrays.stream(QueryRateStore.By.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(by))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        KitProblem.VALIDATION_FAILED,
                        "A query parameter is not valid",
                        new FieldError(
                                "?by", "unknown-by", "by is coder, clinician, purpose, specialty, payer or day")));
    }
}
