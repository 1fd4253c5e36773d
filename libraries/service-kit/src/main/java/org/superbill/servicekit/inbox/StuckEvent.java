package org.superbill.servicekit.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event that this service has not been able to apply or to tell. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "An event that a service has not been able to apply (parked, dead-lettered) or to tell (set-aside)")
public record StuckEvent(
        @Schema(description = "The event's id") UUID id,

        @Schema(
                description = "parked goes on by itself; dead-lettered and set-aside after a replay",
                enumeration = {"parked", "dead-lettered", "set-aside"},
                examples = "parked")
        String state,

        @Schema(examples = "encounter-coded") String topic,

        @Schema(examples = "org.superbill.encounter-coded.v1")
        String type,

        @Schema(description = "What the event is about") String subject,

        @Schema(description = "Its place among the events of its topic and subject")
        long sequence,

        @Schema(
                description =
                        "Why it is stuck, as a word that programs can rely on; unspecified for what got stuck in an older release",
                enumeration = {
                    "predecessor-missing",
                    "state-missing",
                    "unknown-version",
                    "unreadable-envelope",
                    "unreadable-data",
                    "refused",
                    "fault",
                    "refused-by-kafka",
                    "unspecified"
                },
                examples = "state-missing")
        String code,

        @Schema(description = "What it waits for or why it cannot go on, for people")
        String reason,

        @Schema(description = "The subject of the state event that is missing") @Nullable
        String waitsFor,

        Instant since,
        @Schema(description = "How often it has been tried") int attempts) {
    static final String PARKED = "parked";
    static final String DEAD_LETTERED = "dead-lettered";
    static final String SET_ASIDE = "set-aside";
}
