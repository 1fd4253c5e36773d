package org.superbill.gateway.eventfeed;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;

@Path("/api/v1/events")
@Produces(APPLICATION_JSON)
@Tag(name = "Events", description = "What happened, as the services told each other")
class EventResource {

    private static final String EXAMPLE = """
            {"items": [{
              "id": "01966f2e-7c1a-7bd0-8f0e-3f6f5a1c2b11",
              "type": "org.superbill.encounter-coded.v1",
              "subject": "01966f2e-5d3b-7e4f-9a67-1c2d3e4f5a6b",
              "time": "2026-03-02T15:04:05Z",
              "organization": "01966f2d-0a1b-7c2d-8e3f-4a5b6c7d8e9f",
              "sequence": 1,
              "source": "/coding-service",
              "topic": "encounter-coded"
            }]}""";

    private final Feed feed;

    EventResource(Feed feed) {
        this.feed = feed;
    }

    @GET
    @PermissionsAllowed("event:read")
    @Operation(
            operationId = "listEvents",
            summary = "List events, newest last",
            description =
                    "The order never changes. To follow the feed, ask again with after = the id of the last event seen.")
    @APIResponse(
            responseCode = "200",
            description = "A page of envelopes",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = EventPage.class),
                            examples = @ExampleObject(name = "coded", value = EXAMPLE)))
    public Page<FeedEvent> list(
            @RestQuery @Parameter(description = "Only events about this: the id of an encounter, a patient …") @Nullable
                    String subject,
            @RestQuery
                    @Parameter(
                            description = "Only events of this type: encounter-coded, or with its version "
                                    + "org.superbill.encounter-coded.v1")
                    @Nullable
                    String type,
            @RestQuery
                    @Parameter(description = "Only events after the one with this id; nextCursor is such an id")
                    @Nullable
                    UUID after,
            @RestQuery
                    @DefaultValue("50")
                    @Parameter(description = "How many items at most", schema = @Schema(minimum = "1", maximum = "200"))
                    int limit) {
        var most = new PageRequest(limit, null).limit();
        var isFullType = type != null && type.contains(".");
        return feed.list(new Feed.Query(subject, isFullType ? type : null, isFullType ? null : type, after), most);
    }

    /** A page, as the API document needs it said. */
    @Schema(name = "EventPage")
    record EventPage(List<FeedEvent> items, @Nullable String nextCursor) {}
}
