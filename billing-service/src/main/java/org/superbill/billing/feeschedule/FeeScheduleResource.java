package org.superbill.billing.feeschedule;

import static jakarta.ws.rs.core.HttpHeaders.IF_MATCH;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
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

/** What the practice charges. */
@Path("/api/v1/fee-schedules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "Prices")
class FeeScheduleResource {
    private final FeeSchedules schedules;

    FeeScheduleResource(FeeSchedules schedules) {
        this.schedules = schedules;
    }

    /** @param payerId whose own schedule goes before the general one */
    @Schema(name = "ChargeQuestion")
    record Question(
            @Nullable UUID payerId,

            @NotEmpty @Size(max = 999) List<@NotNull @Valid ServiceToPrice> services) {
        static final String EXAMPLE = """
                {"services":[{"procedureCode":"99213","serviceDate":"2026-03-02"}]}""";
    }

    /** One proposal for each service, in their order. */
    @Schema(name = "ChargeProposals")
    record Proposals(List<ChargeProposal> items) {
        static final String EXAMPLE = """
                {"items":[{"procedureCode":"99213","modifiers":[],"units":1,"serviceDate":"2026-03-02","chargeCents":15000,
                "feeScheduleId":"0199d0a0-0000-7000-8000-0000000000a1"}]}""";
    }

    @POST
    @Audited("fee-schedule")
    @PermissionsAllowed("fee-schedule:write")
    @Operation(operationId = "createFeeSchedule", summary = "Enter a fee schedule")
    @APIResponse(
            responseCode = "201",
            description = "The fee schedule, with its id",
            content =
                    @Content(
                            schema = @Schema(implementation = FeeSchedule.class),
                            examples = @ExampleObject(name = "fee schedule", value = FeeSchedule.EXAMPLE)))
    @APIResponse(responseCode = "409", description = "fee-schedule-duplicate")
    public RestResponse<FeeSchedule> create(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = FeeScheduleDetails.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "fee schedule",
                                                            value = FeeScheduleDetails.EXAMPLE)))
                    @NotNull
                    @Valid
                    FeeScheduleDetails details) {
        var created = schedules.create(details);
        return ResponseBuilder.create(RestResponse.Status.CREATED, created)
                .location(URI.create("/api/v1/fee-schedules/" + created.id()))
                .header("ETag", created.etag())
                .build();
    }

    @GET
    @PermissionsAllowed("fee-schedule:read")
    @Operation(operationId = "listFeeSchedules", summary = "Fee schedules, without their fees")
    @APIResponse(
            responseCode = "200",
            description = "A page of fee schedules",
            content =
                    @Content(
                            schema = @Schema(implementation = FeeSchedule.Listed.class),
                            examples = @ExampleObject(name = "page", value = FeeSchedule.PAGE)))
    public Page<FeeSchedule> list(@BeanParam PageRequest page) {
        return schedules.list(page);
    }

    @GET
    @Path("{feeScheduleId}")
    @PermissionsAllowed("fee-schedule:read")
    @Operation(operationId = "getFeeSchedule", summary = "A fee schedule with its fees")
    @APIResponse(
            responseCode = "200",
            description = "The fee schedule; its ETag is what a change names in If-Match",
            content =
                    @Content(
                            schema = @Schema(implementation = FeeSchedule.class),
                            examples = @ExampleObject(name = "fee schedule", value = FeeSchedule.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "fee-schedule-not-found")
    public RestResponse<FeeSchedule> get(@RestPath UUID feeScheduleId) {
        return withTag(schedules.get(feeScheduleId));
    }

    @PUT
    @Path("{feeScheduleId}")
    @Audited("fee-schedule")
    @PermissionsAllowed("fee-schedule:write")
    @Operation(operationId = "replaceFeeSchedule", summary = "Say a fee schedule anew")
    @APIResponse(
            responseCode = "200",
            description = "The fee schedule as it is now",
            content =
                    @Content(
                            schema = @Schema(implementation = FeeSchedule.class),
                            examples = @ExampleObject(name = "fee schedule", value = FeeSchedule.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "fee-schedule-not-found")
    @APIResponse(responseCode = "409", description = "fee-schedule-duplicate")
    public RestResponse<FeeSchedule> replace(
            @RestPath UUID feeScheduleId,
            @RestHeader(IF_MATCH) @Nullable Revision revision,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = FeeScheduleDetails.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "fee schedule",
                                                            value = FeeScheduleDetails.EXAMPLE)))
                    @NotNull
                    @Valid
                    FeeScheduleDetails details) {
        return withTag(schedules.replace(feeScheduleId, details, revision));
    }

    @POST
    @Path("charge-proposals")
    @PermissionsAllowed("fee-schedule:read")
    @Operation(operationId = "proposeCharges", summary = "What services would be charged, by the schedules in force")
    @APIResponse(
            responseCode = "200",
            description = "A proposal for each service",
            content =
                    @Content(
                            schema = @Schema(implementation = Proposals.class),
                            examples = @ExampleObject(name = "proposals", value = Proposals.EXAMPLE)))
    public Proposals propose(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Question.class),
                                            examples = @ExampleObject(name = "services", value = Question.EXAMPLE)))
                    @NotNull
                    @Valid
                    Question question) {
        return new Proposals(schedules.propose(question.payerId(), question.services()));
    }

    private static RestResponse<FeeSchedule> withTag(FeeSchedule schedule) {
        return ResponseBuilder.ok(schedule).header("ETag", schedule.etag()).build();
    }
}
