package org.superbill.servicekit.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a replay came to. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Replayed(
        UUID id,

        @Schema(
                description = "applied now or before; queued for Kafka; or stuck again",
                enumeration = {"applied", "queued", "parked", "dead-lettered"},
                examples = "applied")
        String state,

        @Schema(description = "Why it is still stuck, as in the listing") @Nullable
        String code,

        @Schema(description = "The same for people") @Nullable
        String reason) {
    static final String APPLIED = "applied";
    static final String QUEUED = "queued";
}
