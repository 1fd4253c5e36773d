package org.superbill.servicekit.inbox;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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
import org.superbill.servicekit.audit.Deed;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;

/** What is stuck in this service; every service answers at its own name. */
@Path("/api/v1/event-processing/{service}/stuck-events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "event-processing", description = "Events that a service could not apply or tell")
public class StuckEventResource {
    private final StuckEvents stuckEvents;
    private final Deed deed;
    private final String service;

    StuckEventResource(
            StuckEvents stuckEvents, Deed deed, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.stuckEvents = stuckEvents;
        this.deed = deed;
        this.service = service;
    }

    /** A page, as the API document needs it said. */
    @Schema(name = "StuckEventPage")
    record Listed(List<StuckEvent> items, @Nullable String nextCursor) {}

    @GET
    @PermissionsAllowed("event-processing:read")
    @Operation(operationId = "listStuckEvents", summary = "List the events that a service could not apply or tell")
    @APIResponse(
            responseCode = "200",
            description = "A page, oldest event first",
            content =
                    @Content(
                            schema = @Schema(implementation = Listed.class),
                            examples = @ExampleObject(name = "waits", value = """
                                                    {"items":[{"id":"01937a3c-5f00-7000-8000-000000000001","state":"parked",
                                                    "topic":"encounter-coded","type":"org.superbill.encounter-coded.v1",
                                                    "subject":"01937a3c-5f00-7000-8000-000000000002","sequence":1,
                                                    "code":"state-missing","reason":"patient 01937a3c-5f00-7000-8000-000000000003",
                                                    "waitsFor":"01937a3c-5f00-7000-8000-000000000003",
                                                    "since":"2026-03-02T09:00:00Z","attempts":1}]}""")))
    public Page<StuckEvent> list(
            @RestPath("service") @Parameter(description = "Its name", example = "billing-service") String name,
            @RestQuery
                    @Parameter(
                            description = "Only those in this state",
                            schema = @Schema(enumeration = {"parked", "dead-lettered", "set-aside"}))
                    @Nullable
                    String state,
            @BeanParam PageRequest page) {
        requireThisService(name);
        requireKnown(state);
        return stuckEvents.list(state, page);
    }

    @POST
    @Path("{id}/replay")
    @Idempotent(apart = true)
    @Audited("stuck-event")
    @PermissionsAllowed("event-processing:replay")
    @Operation(
            operationId = "replayStuckEvent",
            summary = "Try a stuck event again; its successors go on after it",
            description =
                    "Replaying an event that has been applied meanwhile does nothing and says so. The audit trail has who replayed it, as replayStuckEvent or giveUpMissingEvents.")
    @APIResponse(
            responseCode = "200",
            description = "What it came to",
            content =
                    @Content(
                            schema = @Schema(implementation = Replayed.class),
                            examples = @ExampleObject(name = "applied", value = """
                                                    {"id":"01937a3c-5f00-7000-8000-000000000001","state":"applied"}""")))
    @APIResponse(responseCode = "404", description = "This service has no such event of the caller's organization")
    public Replayed replay(
            @RestPath("service") @Parameter(description = "Its name", example = "billing-service") String name,
            @RestPath UUID id,
            @RestQuery
                    @DefaultValue("false")
                    @Parameter(
                            description =
                                    "Give up what should have come before it: for events that Kafka does not have any more")
                    boolean skipMissing) {
        requireThisService(name);
        if (skipMissing) {
            deed.is("giveUpMissingEvents");
        }
        return stuckEvents.replay(id, skipMissing);
    }

    private void requireThisService(String name) {
        if (!service.equals(name)) {
            throw new Problem(KitProblem.NOT_FOUND, "This is another service");
        }
    }

    private static void requireKnown(@Nullable String state) {
        if (state != null
                && !state.equals(StuckEvent.PARKED)
                && !state.equals(StuckEvent.DEAD_LETTERED)
                && !state.equals(StuckEvent.SET_ASIDE)) {
            throw new Problem(
                    KitProblem.VALIDATION_FAILED,
                    "A query parameter is not valid",
                    new FieldError("?state", "unknown-state", "state is parked, dead-lettered or set-aside"));
        }
    }
}
