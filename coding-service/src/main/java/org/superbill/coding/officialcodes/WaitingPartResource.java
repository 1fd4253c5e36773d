package org.superbill.coding.officialcodes;

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

@Path("/api/v1/code-files/waiting")
@Produces(APPLICATION_JSON)
@Idempotent
@Tag(name = "Code files")
class WaitingPartResource {
    private static final String EXAMPLE = """
            [{"system":"hcpcs","release":"2027","part":"attributes","effectiveFrom":"2027-01-01","loadedAt":"2026-12-02T15:00:00Z"}]""";

    private final WaitingParts waiting;

    WaitingPartResource(WaitingParts waiting) {
        this.waiting = waiting;
    }

    @GET
    @PermissionsAllowed("code:read")
    @Operation(
            operationId = "listWaitingCodeFiles",
            summary = "List the files that are one half of a release and wait for the other")
    @APIResponse(
            responseCode = "200",
            description = "All that wait, oldest first",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = WaitingParts.Waiting.class),
                            examples = @ExampleObject(name = "one half", value = EXAMPLE)))
    public List<WaitingParts.Waiting> list() {
        return waiting.list();
    }

    @POST
    @Path("{system}/{release}/rollback")
    @PermissionsAllowed("code-release:load")
    @Operation(
            operationId = "rollBackWaitingCodeFile",
            summary = "Take back a file that waits for the other half of its release, as if it had never been sent")
    @APIResponse(
            responseCode = "200",
            description = "What waited",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = WaitingParts.Waiting.class),
                            examples = @ExampleObject(name = "taken back", value = EXAMPLE)))
    @APIResponse(responseCode = "404", description = "Nothing waits under this label")
    public List<WaitingParts.Waiting> rollBack(@RestPath String system, @RestPath String release) {
        return waiting.rollBack(system, release);
    }
}
