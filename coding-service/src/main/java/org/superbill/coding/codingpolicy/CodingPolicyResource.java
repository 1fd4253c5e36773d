package org.superbill.coding.codingpolicy;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.revision.Revision;

@Path("/api/v1/coding-policy")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@Idempotent
@Tag(name = "Coding policy", description = "What the organization has decided about its coding")
class CodingPolicyResource {
    private final CodingPolicies policies;

    CodingPolicyResource(CodingPolicies policies) {
        this.policies = policies;
    }

    @GET
    @PermissionsAllowed("coding-policy:read")
    @Operation(operationId = "readCodingPolicy", summary = "Read the coding policy; the defaults until one is set")
    @APIResponse(
            responseCode = "200",
            description = "The policy in force; its ETag is what If-Match wants",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodingPolicyView.class),
                            examples = @ExampleObject(name = "duties apart", value = CodingPolicyExamples.IN_FORCE)))
    public RestResponse<CodingPolicyView> read() {
        return tagged(policies.read());
    }

    @PUT
    @Audited("coding-policy")
    @PermissionsAllowed("coding-policy:write")
    @Operation(
            operationId = "setCodingPolicy",
            summary = "Set the coding policy, all of it",
            description = "It counts for what happens from now on; a case that is released stays released.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodingPolicy.class),
                            examples = @ExampleObject(name = "duties apart", value = CodingPolicyExamples.POLICY)))
    @APIResponse(
            responseCode = "200",
            description = "In force",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodingPolicyView.class),
                            examples = @ExampleObject(name = "duties apart", value = CodingPolicyExamples.IN_FORCE)))
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<CodingPolicyView> set(
            @RestHeader("If-Match") @Nullable Revision expected, @Valid @NotNull CodingPolicy policy) {
        return tagged(policies.set(policy, expected));
    }

    private static RestResponse<CodingPolicyView> tagged(CodingPolicyView view) {
        return RestResponse.ResponseBuilder.ok(view).header("ETag", view.etag()).build();
    }
}
