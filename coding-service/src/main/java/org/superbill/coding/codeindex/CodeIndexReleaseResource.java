package org.superbill.coding.codeindex;

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
import org.superbill.servicekit.problem.Problem;

@Path("/api/v1/code-index/tables/{table}/releases")
@Produces(APPLICATION_JSON)
@Idempotent
@Tag(name = "Code index")
class CodeIndexReleaseResource {
    private static final String EXAMPLE =
            "{\"table\":\"drugs\",\"title\":\"Table of Drugs and Chemicals\",\"release\":\"2027\",\"effectiveFrom\":\"2026-10-01\",\"terms\":7452}";

    private final CodeIndexReleases releases;

    CodeIndexReleaseResource(CodeIndexReleases releases) {
        this.releases = releases;
    }

    @GET
    @PermissionsAllowed("code:read")
    @Operation(
            operationId = "listCodeIndexReleases",
            summary = "List the releases of one table of the index, newest first")
    @APIResponse(
            responseCode = "200",
            description = "All that are loaded",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = CodeIndexTableView.class),
                            examples = @ExampleObject(name = "one", value = "[" + EXAMPLE + "]")))
    @APIResponse(responseCode = "404", description = "No such table")
    public List<CodeIndexTableView> list(@RestPath String table) {
        return releases.list(inPath(table)).stream().map(CodeIndexTableView::of).toList();
    }

    @POST
    @Path("{release}/rollback")
    @PermissionsAllowed("code-release:load")
    @Operation(
            operationId = "rollBackCodeIndexRelease",
            summary = "Take a release of one table of the index back, as if it had never been loaded",
            description = "Its terms are deleted, and the release before it is read on its days again; in search too,"
                    + " some seconds later. Other tables and releases are not touched.")
    @APIResponse(
            responseCode = "200",
            description = "The release as it was",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodeIndexTableView.class),
                            examples = @ExampleObject(name = "taken back", value = EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such table or release, or taken back already")
    @APIResponse(responseCode = "409", description = "The release ships with the service")
    public CodeIndexTableView rollBack(@RestPath String table, @RestPath String release) {
        return CodeIndexTableView.of(releases.rollBack(inPath(table), release));
    }

    private static CodeIndexTable inPath(String id) {
        return CodeIndexTable.of(id)
                .orElseThrow(() -> new Problem(
                        CodeIndexProblem.CODE_INDEX_RELEASE_NOT_FOUND,
                        "The tables are alphabetic, external-causes, neoplasms and drugs"));
    }
}
