package org.superbill.billing.patientaccount;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.revision.IfStored;
import org.superbill.servicekit.revision.Revision;

@Path("/api/v1/credit-balances/terms")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deadlines")
@Idempotent
class CreditTermsResource {
    private static final String TERMS =
            "{\"patientDays\":30,\"basis\":\"The organization returns what a patient has paid too much within 30 days\"}";

    private final CreditTerms terms;

    CreditTermsResource(CreditTerms terms) {
        this.terms = terms;
    }

    /** What the organization has decided, or its state demands. */
    @Schema(name = "CreditTermsRequest")
    record Put(@NotNull @Min(1) @Max(3650) Integer patientDays) {}

    /** @param basis where the days come from */
    @Schema(name = "CreditTerms")
    record View(int patientDays, String basis) {}

    @GET
    @PermissionsAllowed("deadline:read")
    @Operation(
            operationId = "getCreditTerms",
            summary = "Within how many days what patients have paid too much goes back",
            description =
                    "Sixty until the organization enters its own; then the ETag is what a change names in If-Match.")
    @APIResponse(
            responseCode = "200",
            description = "The days, and where they come from",
            content =
                    @Content(
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "terms", value = TERMS)))
    public RestResponse<View> get() {
        return answer(terms.get());
    }

    @PUT
    @Audited("credit-terms")
    @PermissionsAllowed("deadline:write")
    @Operation(
            operationId = "putCreditTerms",
            summary = "Say within how many days what patients have paid too much goes back",
            description =
                    "It holds for credits that come from now on. A change needs If-Match, the first entry does not.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Put.class),
                            examples = @ExampleObject(name = "thirty days", value = "{\"patientDays\":30}")))
    @APIResponse(
            responseCode = "200",
            description = "The days",
            content =
                    @Content(
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "terms", value = TERMS)))
    public RestResponse<View> put(
            @RestHeader("If-Match") @IfStored @Nullable Revision expected, @Valid @NotNull Put request) {
        return answer(terms.put(request.patientDays(), expected));
    }

    private static RestResponse<View> answer(CreditTerms.Terms terms) {
        var answer = ResponseBuilder.ok(new View(terms.patientDays(), terms.basis()));
        var revision = terms.revision();
        return (revision == null ? answer : answer.header("ETag", new Revision(revision).etag())).build();
    }
}
