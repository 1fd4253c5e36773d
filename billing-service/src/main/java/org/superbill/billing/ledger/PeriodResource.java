package org.superbill.billing.ledger;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;

@Path("/api/v1/ledger/periods")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
@Audited("ledger-period")
@Idempotent
class PeriodResource {
    private static final String PERIOD = """
            {"month":"2026-03","closedBy":"dana","closedAt":"2026-04-02T14:00:00Z","sealPosition":812,
            "sealHash":"9f2c1d0e7b5a48c3a6d1f0e29b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0c",
            "contentHash":"1b0c9f2c1d0e7b5a48c3a6d1f0e29b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a"}""";

    private final Periods periods;

    PeriodResource(Periods periods) {
        this.periods = periods;
    }

    @GET
    @PermissionsAllowed("ledger:read")
    @Operation(operationId = "listLedgerPeriods", summary = "The closed months, with the seal that each closing saw")
    @APIResponse(
            responseCode = "200",
            description = "All closings, oldest first",
            content =
                    @Content(
                            schema = @Schema(implementation = PeriodView.Listed.class),
                            examples = @ExampleObject(name = "periods", value = "{\"items\":[" + PERIOD + "]}")))
    public PeriodView.Listed list() {
        return new PeriodView.Listed(periods.list());
    }

    @POST
    @Path("{month}/close")
    @PermissionsAllowed("ledger:close")
    @Operation(
            operationId = "closeLedgerPeriod",
            summary = "Close the books through the end of a month, for good",
            description =
                    "Nothing is booked up to that day any more: what occurred there and comes later is booked on the first open day. Earlier months that are open are closed with it. A closed month is not opened again; corrections are entries of the open one.")
    @APIResponse(
            responseCode = "200",
            description = "The closing",
            content =
                    @Content(
                            schema = @Schema(implementation = PeriodView.class),
                            examples = @ExampleObject(name = "period", value = PERIOD)))
    @APIResponse(responseCode = "400", description = "validation-failed")
    @APIResponse(responseCode = "409", description = "ledger-period-closed, ledger-period-not-over")
    @APIResponse(responseCode = "503", description = "ledger-busy")
    public RestResponse<PeriodView> close(@RestPath String month) {
        return RestResponse.ok(periods.close(parse(month)));
    }

    private static YearMonth parse(String month) {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeParseException e) {
            throw new Problem(
                    KitProblem.VALIDATION_FAILED,
                    "The month is not valid",
                    new FieldError("/month", "wrong-type", "A month is written 2026-03"));
        }
    }
}
