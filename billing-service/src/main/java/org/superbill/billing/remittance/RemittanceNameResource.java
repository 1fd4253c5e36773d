package org.superbill.billing.remittance;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.revision.Revision;

@Path("/api/v1/remittances/names")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Remittances")
@Audited("remittance-name")
@Idempotent
class RemittanceNameResource {
    private static final String NAME = """
            {"id":"0199d0a0-0000-7000-8000-0000000000d3","payerId":"0199d0a0-0000-7000-8000-000000000041","name":"KEY HOLDINGS, INC.",
            "remittanceId":"0199d0a0-0000-7000-8000-000000000061","taughtBy":"pat.poster","taughtAt":"2026-03-03T09:00:00Z",
            "reason":"Its parent company pays","revision":0}""";

    private final RemittanceNames names;

    RemittanceNameResource(RemittanceNames names) {
        this.names = names;
    }

    @GET
    @PermissionsAllowed("remittance:read")
    @Operation(
            operationId = "listRemittanceNames",
            summary = "Names under which payers remit, as persons have taught them",
            description = "With who taught each when and why, also those that were withdrawn.")
    @APIResponse(
            responseCode = "200",
            description = "A page, oldest first",
            content =
                    @Content(
                            schema = @Schema(implementation = RemittanceNameView.Listed.class),
                            examples = @ExampleObject(name = "names", value = "{\"items\":[" + NAME + "]}")))
    public Page<RemittanceNameView> list(@BeanParam PageRequest page) {
        return names.list(page);
    }

    @POST
    @Path("{nameId}/withdraw")
    @PermissionsAllowed("remittance:post")
    @Operation(
            operationId = "withdrawRemittanceName",
            summary = "Payments under the name are this payer's no longer",
            description = "What was posted stays posted; the next payment under the name waits for a person.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RemittanceResource.WithReason.class),
                            examples =
                                    @ExampleObject(
                                            name = "why",
                                            value = "{\"reason\":\"It pays for another one, too\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The name as it was taught and withdrawn",
            content =
                    @Content(
                            schema = @Schema(implementation = RemittanceNameView.class),
                            examples = @ExampleObject(name = "name", value = NAME)))
    @APIResponse(responseCode = "404", description = "remittance-name-not-found")
    @APIResponse(responseCode = "409", description = "remittance-step-not-allowed")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<RemittanceNameView> withdraw(
            @RestPath UUID nameId,
            @RestHeader("If-Match") @Nullable Revision expected,
            @Valid @NotNull RemittanceResource.WithReason why) {
        var name = names.withdraw(nameId, expected, why.reason());
        return ResponseBuilder.ok(name)
                .header("ETag", new Revision(name.revision()).etag())
                .build();
    }
}
