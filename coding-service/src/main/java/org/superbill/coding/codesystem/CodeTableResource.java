package org.superbill.coding.codesystem;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.superbill.servicekit.idempotency.Idempotent;

@Path("/api/v1/code-tables")
@Produces(APPLICATION_JSON)
@Idempotent
@Tag(name = "Code systems", description = "The code systems, their releases, and loading one's own")
class CodeTableResource {
    private static final String EXAMPLE = """
            {"kind":"icd-10-cm-conversion","release":"2026","effectiveFrom":"2025-10-01","source":"CDC/NCHS, ICD-10-CM conversion table, fiscal year 2026"}""";

    private final CodeTables tables;

    CodeTableResource(CodeTables tables) {
        this.tables = tables;
    }

    @GET
    @PermissionsAllowed("code:read")
    @Operation(
            operationId = "listCodeTables",
            summary = "List the tables of replacements and the maps that are loaded, newest first")
    @APIResponse(
            responseCode = "200",
            description = "All editions; of each kind the first one is read",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = CodeTable.class),
                            examples = @ExampleObject(name = "one", value = "[" + EXAMPLE + "]")))
    public List<CodeTable> list() {
        return tables.list();
    }

    @POST
    @Path("{kind}/{release}/rollback")
    @PermissionsAllowed("code-release:load")
    @Operation(
            operationId = "rollBackCodeTable",
            summary = "Take an edition of a table back, as if it had never been loaded",
            description = "The edition before it is read again.")
    @APIResponse(
            responseCode = "200",
            description = "The edition as it was",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodeTable.class),
                            examples = @ExampleObject(name = "taken back", value = EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such edition, or taken back already")
    @APIResponse(responseCode = "409", description = "The edition ships with the service")
    public CodeTable rollBack(@RestPath String kind, @RestPath String release) {
        return tables.rollBack(kind, release);
    }
}
