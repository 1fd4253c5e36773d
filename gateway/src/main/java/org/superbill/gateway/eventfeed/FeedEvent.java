package org.superbill.gateway.eventfeed;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The envelope of an event. */
@Schema(description = "The envelope of an event (CloudEvents 1.0); its data is not kept here")
record FeedEvent(
        @Schema(description = "Of the event; the same in every delivery")
        UUID id,

        @Schema(examples = "org.superbill.encounter-coded.v1")
        String type,

        @Schema(description = "What the event is about; an encounter's id for events of encounters and claims")
        String subject,

        @Schema(description = "When the change was made") Instant time,
        UUID organization,

        @Schema(description = "Counts within one type and subject; 0 for unordered events")
        long sequence,

        @Schema(examples = "/coding-service") String source,
        @Schema(examples = "encounter-coded") String topic) {}
