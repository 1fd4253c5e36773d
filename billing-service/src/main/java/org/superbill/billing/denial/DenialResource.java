package org.superbill.billing.denial;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;

@Path("/api/v1/denials")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Denials")
@Audited("denial")
class DenialResource {
    private final Denials denials;

    DenialResource(Denials denials) {
        this.denials = denials;
    }

    private static final String DENIAL = """
            {"id":"0199d0a0-0000-7000-8000-000000000071","claimId":"0199d0a0-0000-7000-8000-000000000031",
            "encounterId":"0199d0a0-0000-7000-8000-000000000021","claimVersion":1,"remittanceId":"0199d0a0-0000-7000-8000-000000000061",
            "lineNumber":1,"group":"CO","carc":"16","rarcs":["N382"],
            "reason":"Something is missing or wrong on the claim: the patient's identifier is missing, incomplete or invalid",
            "amountCents":4000,"state":"open","deniedAt":"2026-03-03T00:00:00Z","category":"eligibility","rootCause":"registration",
            "nextBestAction":"verify-coverage","chancePercent":80,"expectedCents":3200,"appealDue":"2026-08-30","payerType":"commercial","unprocessable":false}""";
    private static final String FIGURES = """
            {"from":"2026-03-01","to":"2026-03-31","denials":12,"amountCents":180000,"open":4,"overturned":7,"rows":[
            {"category":"coding","rootCause":"coding","denials":12,"amountCents":180000,"open":4,"overturned":7}]}""";

    @GET
    @Path("worklist")
    @PermissionsAllowed("denial:read")
    @Operation(
            operationId = "getDenialWorklist",
            summary = "Open denials, the most worth of being worked on first",
            description =
                    "In the order of amount × chance × how near the last day of an appeal is. What the payer could not process is no denial and is left out unless it is asked for.")
    @APIResponse(
            responseCode = "200",
            description = "A page of denials",
            content =
                    @Content(
                            schema = @Schema(implementation = DenialView.Listed.class),
                            examples = @ExampleObject(name = "worklist", value = "{\"items\":[" + DENIAL + "]}")))
    public Page<DenialView> worklist(
            @RestQuery @Nullable DenialCategory category,
            @RestQuery @Nullable RootCause rootCause,
            @Parameter(description = "Whose last day of appeal is before this day") @RestQuery @Nullable
                    LocalDate dueBefore,
            @RestQuery @DefaultValue("false") boolean unprocessable,
            @BeanParam PageRequest page) {
        return denials.worklist(new DenialFilter(category, rootCause, dueBefore, unprocessable), page);
    }

    @GET
    @Path("figures")
    @PermissionsAllowed("denial:read")
    @Operation(
            operationId = "getDenialFigures",
            summary = "What payers refused in some days, by kind and cause, and what came of it")
    @APIResponse(
            responseCode = "200",
            description = "Sums over all denials of these days, the practice's",
            content =
                    @Content(
                            schema = @Schema(implementation = DenialFigures.class),
                            examples = @ExampleObject(name = "figures", value = FIGURES)))
    public DenialFigures figures(@RestQuery @NotNull LocalDate from, @RestQuery @NotNull LocalDate to) {
        return denials.figures(from, to);
    }

    @GET
    @Path("{denialId}")
    @PermissionsAllowed("denial:read")
    @Operation(operationId = "getDenial", summary = "A denial with the next best action")
    @APIResponse(
            responseCode = "200",
            description = "The denial",
            content =
                    @Content(
                            schema = @Schema(implementation = DenialView.class),
                            examples = @ExampleObject(name = "denial", value = DENIAL)))
    @APIResponse(responseCode = "404", description = "denial-not-found")
    public DenialView get(@RestPath UUID denialId) {
        return denials.get(denialId);
    }

    @GET
    @PermissionsAllowed("denial:read")
    @Operation(operationId = "listDenials", summary = "What payers refused to pay, and why, in plain words")
    @APIResponse(
            responseCode = "200",
            description = "A page of denials, oldest first",
            content =
                    @Content(
                            schema = @Schema(implementation = DenialView.Listed.class),
                            examples = @ExampleObject(name = "denials", value = "{\"items\":[" + DENIAL + "]}")))
    public Page<DenialView> list(@RestQuery @Nullable UUID claimId, @BeanParam PageRequest page) {
        return denials.list(claimId, page);
    }
}
