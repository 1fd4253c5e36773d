package org.superbill.billing.report;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.superbill.servicekit.audit.Audited;

@Path("/api/v1/ledger/entries/{entryId}/sources")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
@Audited("ledger-entry")
class SourceResource {
    private final Sources sources;

    SourceResource(Sources sources) {
        this.sources = sources;
    }

    @GET
    @PermissionsAllowed("ledger:read")
    @Operation(
            operationId = "listLedgerEntrySources",
            summary = "The segments of the X12 files that each line of an entry came from")
    @APIResponse(
            responseCode = "200",
            description = "Each line with its file and the segments in it",
            content =
                    @Content(
                            schema = @Schema(implementation = LineSource.Listed.class),
                            examples = @ExampleObject(name = "an adjustment", value = """
                                                    {"items":[{"lineNumber":1,"account":"contractual-adjustment","amountCents":3000,
                                                    "remittanceId":"0199d0a0-0000-7000-8000-000000000061","fileId":"0199d0a0-0000-7000-8000-000000000091",
                                                    "segments":[{"number":13,"text":"CLP*SB1000000V1*1*175*120*20*CI*PCN1*11*1"},{"number":15,"text":"SVC*HC:99213*150*100"},
                                                    {"number":17,"text":"CAS*CO*45*30"}]}]}""")))
    @APIResponse(responseCode = "404", description = "ledger-entry-not-found")
    public LineSource.Listed sources(@RestPath UUID entryId) {
        return new LineSource.Listed(sources.of(entryId));
    }
}
