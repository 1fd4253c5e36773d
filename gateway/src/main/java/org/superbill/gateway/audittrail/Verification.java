package org.superbill.gateway.audittrail;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What computing the chain again has shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Whether the chain is whole")
record Verification(
        boolean intact,

        @Schema(
                description =
                        "Whether that is said of all entries; otherwise the time was over: go on with after = entries and head")
        boolean complete,

        @Schema(description = "How many entries were found whole, counted from the first of the chain")
        long entries,

        @Schema(
                description =
                        "The hash of the last whole entry. Keep it elsewhere: a chain that was cut short is whole without its end, unless it is verified from that entry on")
        String head,

        @Schema(description = "The position at which the chain breaks; absent when it is whole") @Nullable
        Long brokenAt) {}
