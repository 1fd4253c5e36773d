package org.superbill.billing.edits;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/edit-rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims")
class EditRuleResource {
    private final Edits edits;

    EditRuleResource(Edits edits) {
        this.edits = edits;
    }

    @GET
    @PermissionsAllowed("claim:read")
    @Operation(operationId = "listEditRules", summary = "What a claim is checked for before it is sent")
    @APIResponse(
            responseCode = "200",
            description = "Every edit with its source and its fix",
            content =
                    @Content(
                            schema = @Schema(implementation = EditRules.class),
                            examples = @ExampleObject(name = "edit rules", value = """
                                                    {"items":[{"id":"member-id","version":1,"severity":"error","needsReason":false,"source":"005010X222A1, loop 2010BA, NM109",
                                                    "title":"The member id has 2 to 80 characters that X12 can carry","fix":"Copy the member id from the insurance card into the coverage","effectiveFrom":"2012-01-01"}]}""")))
    public EditRules list() {
        return new EditRules(edits.rules());
    }

    /** Every edit. */
    record EditRules(List<EditRule> items) {}
}
