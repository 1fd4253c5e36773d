package org.superbill.coding.discussion;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;

@Path("/api/v1/coding-mentions")
@Produces(APPLICATION_JSON)
@Audited("coding-comment")
@Tag(name = "Coding discussion")
class MentionResource {
    private final Discussions discussions;

    MentionResource(Discussions discussions) {
        this.discussions = discussions;
    }

    @GET
    @PermissionsAllowed("coding-case:read")
    @Operation(
            operationId = "listCodingMentions",
            summary = "List what calls the caller in questions that are not resolved, oldest first")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CommentView.Listed.class),
                            examples = @ExampleObject(name = "one", value = CommentView.PAGE_EXAMPLE)))
    public Page<CommentView> list(@BeanParam PageRequest page) {
        return discussions.mentions(page);
    }
}
