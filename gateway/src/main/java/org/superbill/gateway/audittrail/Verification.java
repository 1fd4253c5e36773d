package org.superbill.gateway.audittrail;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What computing the chain again has shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Whether the chain is whole")
record Verification(
        boolean intact,

        @Schema(description = "How many entries were found whole, counted from the first")
        long entries,

        @Schema(
                description =
                        "The hash of the last whole entry. Keep it elsewhere: a chain that was cut short is whole without its end")
        String head,

        @Schema(description = "The position at which the chain breaks; absent when it is whole") @Nullable
        Long brokenAt) {}
