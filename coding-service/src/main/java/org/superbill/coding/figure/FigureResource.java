package org.superbill.coding.figure;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/coding-figures")
@Produces(APPLICATION_JSON)
@Tag(name = "Coding figures", description = "How much, how fast, how right, what was asked, and what is not billed yet")
class FigureResource {
    private final Figures figures;

    FigureResource(Figures figures) {
        this.figures = figures;
    }

    @GET
    @PermissionsAllowed("coding-figure:read")
    @Operation(
            operationId = "readCodingFigures",
            summary = "Read what was finalized: cases per hour, turnaround, queries, accuracy")
    @APIResponse(
            responseCode = "200",
            description = "A row for each coder, specialty, payer, kind or day",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodingFigures.class),
                            examples = @ExampleObject(name = "by coder", value = CodingFigures.EXAMPLE)))
    @APIResponse(responseCode = "400", description = "A parameter is missing or not valid")
    public CodingFigures coded(
            @Parameter(description = "First day of finalizing", example = "2026-03-01") @RestQuery @NotNull
                    LocalDate from,
            @Parameter(description = "Last day of finalizing", example = "2026-03-31") @RestQuery @NotNull LocalDate to,
            @Valid @BeanParam FigureParameters asked) {
        return figures.coded(asked.by(), asked.filter(), from, to);
    }

    @GET
    @Path("unbilled")
    @PermissionsAllowed("coding-figure:read")
    @Operation(
            operationId = "readCodingUnbilled",
            summary =
                    "Read what is discharged and not final-billed, in cents and in days of average revenue; bill hold apart",
            description =
                    "A stay's professional and facility case count each for itself, until its own claim is sent. `asOf` tells a day gone by as it was known when it ended: what"
                            + " was discharged and registered by then and billed later or not at all; `waiting` says who had it and who was asked then, `toldAsOfToday` what is not kept of it.")
    @APIResponse(
            responseCode = "200",
            description = "As of today, or of a day gone by",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Unbilled.class),
                            examples = @ExampleObject(name = "by payer", value = Unbilled.EXAMPLE)))
    @APIResponse(responseCode = "400", description = "A parameter is not valid")
    public Unbilled unbilled(
            @Parameter(description = "At whose end it was so; today when absent", example = "2026-03-31")
                    @RestQuery
                    @Nullable
                    LocalDate asOf,
            @Valid @BeanParam FigureParameters asked) {
        return figures.unbilled(asked.by(), asked.filter(), asOf);
    }
}
