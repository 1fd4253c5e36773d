package org.superbill.coding.codesystem;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/code-systems/{system}/tree")
@Produces(APPLICATION_JSON)
@Tag(name = "Code systems", description = "The code systems, their releases, and loading one's own")
class CodeTreeResource {
    private final CodeTree tree;
    private final Clock clock;

    CodeTreeResource(CodeTree tree, Clock clock) {
        this.tree = tree;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed("code:read")
    @Operation(
            operationId = "readCodeTree",
            summary = "Walk the tree of a code system from the top",
            description =
                    "ICD-10-CM by chapter, block, category, code; ICD-10-PCS by section, body system, table, code; ICD-11 as WHO's tabulation has it. Flat systems have their"
                            + " codes at the top.")
    @APIResponse(
            responseCode = "200",
            description = "What stands under the place",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodeTreeView.class),
                            examples = @ExampleObject(name = "the top of ICD-10-CM", value = """
                                                    {"items":[{"kind":"chapter","id":"chapter:1","code":"1","display":"Certain infectious and parasitic diseases","billable":false,\
                                                    "hasChildren":true}]}""")))
    @APIResponse(responseCode = "404", description = "No such system or place")
    public CodeTreeView tree(
            @RestPath String system,
            @Parameter(description = "The id of a node; the top when absent", example = "chapter:10")
                    @RestQuery
                    @Nullable
                    String under,
            @Parameter(
                            description = "The day that governs; today when absent",
                            example = "2026-03-02",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @RestQuery
                    @Nullable
                    String on,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Parameter(description = "The nextCursor of the page before") @RestQuery @Nullable String cursor) {
        var nodes = tree.under(
                CodeSystemParameters.inPath(system),
                under,
                CodeSystemParameters.day(on, clock),
                TextCursor.position(cursor),
                limit + 1);
        return CodeTreeView.of(nodes, limit);
    }
}
