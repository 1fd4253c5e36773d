package org.superbill.billing.ledger;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.packing.Spool;

@Path("/api/v1/ledger/export")
@Tag(name = "Ledger")
@Audited("ledger")
class ExportResource {
    private final AuditExport export;

    ExportResource(AuditExport export) {
        this.export = export;
    }

    @GET
    @Path("lines")
    @Produces("text/csv")
    @PermissionsAllowed("ledger:read")
    @Operation(
            operationId = "exportLedgerLines",
            summary = "Every line booked in a range of days, with its entry and its seal, as CSV",
            description = "Begins when all of it is read; the size does not matter. Sorted by entry and line.")
    @APIResponse(
            responseCode = "200",
            description = "The lines",
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(
                                            name = "a header and a line",
                                            value =
                                                    "entryId,kind,occurredOn,bookedOn,postedAt,postedBy,authority,reversesEntryId,memo,sealPosition,sealHash,lineNumber,account,debitCents,creditCents,patientId,claimId,payerId,remittanceId,claimLine,reason\n0199d0a0-0000-7000-8000-000000000051,CHARGE,2026-03-02,2026-03-02,2026-03-02T15:04:00.000000Z,,,,,1,9f2c,1,INSURANCE_RECEIVABLE,3000,0,,,,,1,\n")))
    public StreamingOutput lines(
            @Parameter(example = "2026-03-01") @RestQuery @NotNull LocalDate from,
            @Parameter(example = "2026-03-31") @RestQuery @NotNull LocalDate to) {
        return out -> Spool.through(out, file -> export.csv(from, to, file));
    }

    @GET
    @Path("seals")
    @Produces("application/x-ndjson")
    @PermissionsAllowed("ledger:read")
    @Operation(
            operationId = "exportLedgerSeals",
            summary = "Every sealed entry booked in a range of days, as it was sealed, one JSON object a line",
            description =
                    "In the order of the chain. hash = sha256(hash before || sha256(content)), before the first stands sha256 of the organization's id: whoever exports all days can follow the chain without us.")
    @APIResponse(
            responseCode = "200",
            description = "The entries",
            content =
                    @Content(
                            mediaType = "application/x-ndjson",
                            schema = @Schema(implementation = SealedLine.class),
                            examples =
                                    @ExampleObject(
                                            name = "an entry",
                                            value =
                                                    "{\"position\":1,\"hash\":\"9f2c1d0e7b5a48c3\",\"content\":\"{\\\"entry\\\": {}, \\\"lines\\\": []}\"}\n")))
    public StreamingOutput seals(
            @Parameter(example = "2026-03-01") @RestQuery @NotNull LocalDate from,
            @Parameter(example = "2026-03-31") @RestQuery @NotNull LocalDate to) {
        return out -> Spool.through(out, file -> export.seals(from, to, file));
    }

    /** Of what is written for each entry, as the API document needs it said. */
    @Schema(name = "LedgerSealLine", description = "One line of the file")
    record SealedLine(long position, String hash, String content) {}
}
