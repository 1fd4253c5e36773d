package org.superbill.coding.codefact;

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

@Path("/api/v1/code-facts")
@Produces(APPLICATION_JSON)
@Idempotent
@Tag(name = "Code facts", description = "Editions of the tabular list and of the lists of codes that rules judge by")
class EditionResource {
    private static final String EXAMPLE = """
            {"kind":"icd-10-cm-poa-exempt","release":"2026","effectiveFrom":"2025-10-01","source":"Codes exempt from present-on-admission reporting, fiscal year 2026 (CDC/NCHS)",\
            "licence":"US-government work, public domain (17 U.S.C. 105)","sha256":"0f5d1c2f6d7e…","facts":38349,"inUse":true,"loadedAt":"2026-03-02T15:00:00Z"}""";

    private final FactEditions editions;

    EditionResource(FactEditions editions) {
        this.editions = editions;
    }

    @GET
    @PermissionsAllowed("code:read")
    @Operation(
            operationId = "listCodeFactEditions",
            summary = "List the editions of facts about codes, newest first by kind")
    @APIResponse(
            responseCode = "200",
            description = "Also those that are not in use",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = EditionView.class),
                            examples = @ExampleObject(name = "one", value = "[" + EXAMPLE + "]")))
    public List<EditionView> list() {
        return editions.list().stream().map(EditionView::of).toList();
    }

    @POST
    @Path("{kind}/{release}/rollback")
    @PermissionsAllowed("code-release:load")
    @Operation(
            operationId = "rollBackCodeFactEdition",
            summary = "Take an edition of facts out of use, as if it had not been loaded",
            description =
                    "The edition before it judges again, and nothing of the one taken back is left. One that ships with the service is kept, marked, since it would be loaded again at"
                            + " the next start; loading the same file puts it back in use.")
    @APIResponse(
            responseCode = "200",
            description = "Out of use",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = EditionView.class),
                            examples = @ExampleObject(name = "the list of exempt codes", value = EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such edition, or taken back already")
    public EditionView rollBack(@RestPath String kind, @RestPath String release) {
        return EditionView.of(editions.rollBack(kind, release));
    }
}
