package org.superbill.patient.encounter;

import static jakarta.ws.rs.core.HttpHeaders.ETAG;
import static jakarta.ws.rs.core.HttpHeaders.IF_MATCH;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;
import static org.jboss.resteasy.reactive.RestResponse.Status.CREATED;
import static org.superbill.servicekit.problem.KitProblem.VALIDATION_FAILED;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;

/** What was done for patients, from registration on. */
@Path("/api/v1/encounters")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@Idempotent
@Audited("encounter")
@Tag(name = "Encounter")
class EncounterResource {
    private final Encounters encounters;

    EncounterResource(Encounters encounters) {
        this.encounters = encounters;
    }

    @POST
    @PermissionsAllowed("encounter:write")
    @Operation(operationId = "createEncounter", summary = "Register an encounter")
    @APIResponse(
            responseCode = "201",
            description = "The encounter, in progress unless it was to be planned",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = EncounterView.class),
                            examples = @ExampleObject(name = "encounter", value = EncounterView.EXAMPLE)))
    public RestResponse<EncounterView> create(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON,
                                            schema = @Schema(implementation = EncounterDetails.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "encounter",
                                                            value = EncounterDetails.EXAMPLE)))
                    @NotNull
                    @Valid
                    EncounterDetails details) {
        var created = encounters.register(details);
        return ResponseBuilder.create(CREATED, created)
                .location(URI.create("/api/v1/encounters/" + created.id()))
                .header(ETAG, created.etag())
                .build();
    }

    @GET
    @PermissionsAllowed("encounter:read")
    @Operation(operationId = "listEncounters", summary = "List encounters, of one patient or in one status")
    @APIResponse(
            responseCode = "200",
            description = "A page of encounters",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = EncounterView.Listed.class),
                            examples = @ExampleObject(name = "page", value = EncounterView.PAGE_EXAMPLE)))
    public Page<EncounterView> list(
            @Parameter(description = "Only this patient's") @RestQuery @Nullable UUID patientId,
            @Parameter(description = "Only those in this status", example = "in-progress") @RestQuery @Nullable
                    String status,
            @BeanParam PageRequest page) {
        return encounters.list(patientId, status == null ? null : known(status), page);
    }

    @GET
    @Path("{encounterId}")
    @PermissionsAllowed("encounter:read")
    @Operation(operationId = "getEncounter", summary = "Read an encounter")
    @APIResponse(
            responseCode = "200",
            description = "The encounter; its ETag is what a step needs",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = EncounterView.class),
                            examples = @ExampleObject(name = "encounter", value = EncounterView.COMPLETED_EXAMPLE)))
    public RestResponse<EncounterView> get(@RestPath UUID encounterId) {
        return withTag(encounters.get(encounterId));
    }

    @GET
    @Path("{encounterId}/journey")
    @PermissionsAllowed("encounter:read")
    @Operation(
            operationId = "getEncounterJourney",
            summary = "Read what has happened to an encounter, here and in other services")
    @APIResponse(
            responseCode = "200",
            description = "The steps, oldest first",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = JourneyView.class),
                            examples = @ExampleObject(name = "journey", value = JourneyView.EXAMPLE)))
    public JourneyView journey(@RestPath UUID encounterId) {
        return encounters.journey(encounterId);
    }

    @POST
    @Path("{encounterId}/start")
    @PermissionsAllowed("encounter:write")
    @Operation(operationId = "startEncounter", summary = "Start a planned encounter")
    @APIResponse(
            responseCode = "200",
            description = "The encounter, in progress",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = EncounterView.class),
                            examples = @ExampleObject(name = "encounter", value = EncounterView.EXAMPLE)))
    @APIResponse(responseCode = "409", description = "The encounter is neither planned nor in progress")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<EncounterView> start(
            @RestPath UUID encounterId, @RestHeader(IF_MATCH) @Nullable Revision revision) {
        return withTag(encounters.start(encounterId, revision));
    }

    @POST
    @Path("{encounterId}/complete")
    @PermissionsAllowed("encounter:write")
    @Operation(
            operationId = "completeEncounter",
            summary = "Complete an encounter with its services, or add late charges to a completed one",
            description =
                    "The body says all services, the old ones too. Coverages that nobody named are looked up, as of the date of service."
                            + " Other services, diagnoses or coverages than before, or a document that has come since, are the next version; the same are no change.")
    @APIResponse(
            responseCode = "200",
            description = "The encounter, completed",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = EncounterView.class),
                            examples = @ExampleObject(name = "encounter", value = EncounterView.COMPLETED_EXAMPLE)))
    @APIResponse(responseCode = "409", description = "The encounter is planned, void or not billable")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<EncounterView> complete(
            @RestPath UUID encounterId,
            @RestHeader(IF_MATCH) @Nullable Revision revision,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON,
                                            schema = @Schema(implementation = CompletionDetails.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "flu shot",
                                                            value = CompletionDetails.EXAMPLE)))
                    @NotNull
                    @Valid
                    CompletionDetails details) {
        return withTag(encounters.complete(encounterId, details, revision));
    }

    @POST
    @Path("{encounterId}/void")
    @PermissionsAllowed("encounter:write")
    @Operation(operationId = "voidEncounter", summary = "Void an encounter that was entered in error")
    @APIResponse(
            responseCode = "200",
            description = "The encounter, void; coding and billing are told",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = EncounterView.class),
                            examples = @ExampleObject(name = "encounter", value = EncounterView.VOID_EXAMPLE)))
    @APIResponse(
            responseCode = "409",
            description = "The encounter is void or not billable, or closed: then its claims are voided first")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<EncounterView> cancel(
            @RestPath UUID encounterId,
            @RestHeader(IF_MATCH) @Nullable Revision revision,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON,
                                            schema = @Schema(implementation = VoidDetails.class),
                                            examples = @ExampleObject(name = "twice", value = VoidDetails.EXAMPLE)))
                    @NotNull
                    @Valid
                    VoidDetails details) {
        return withTag(encounters.cancel(encounterId, details, revision));
    }

    private static EncounterStatus known(String status) {
        return EncounterStatus.of(status)
                .orElseThrow(() -> new Problem(
                        VALIDATION_FAILED,
                        "A query parameter is not valid",
                        new FieldError("?status", "unknown-status", "status is not one that an encounter has")));
    }

    private static RestResponse<EncounterView> withTag(EncounterView encounter) {
        return ResponseBuilder.ok(encounter).header(ETAG, encounter.etag()).build();
    }
}
