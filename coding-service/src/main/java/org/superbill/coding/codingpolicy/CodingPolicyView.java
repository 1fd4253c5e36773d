package org.superbill.coding.codingpolicy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.revision.Revision;

/**
 * The policy as callers see it.
 *
 * @param changedBy the subject of who set it; absent while the defaults are in force
 * @param revision the ETag's number, for If-Match; 0 while the defaults are in force
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingPolicyInForce")
record CodingPolicyView(
        CodingPolicy policy,
        @Nullable String changedBy,
        @Nullable Instant changedAt,
        long revision) {

    static final CodingPolicyView DEFAULTS = new CodingPolicyView(CodingPolicy.DEFAULTS, null, null, 0);

    String etag() {
        return new Revision(revision).etag();
    }
}
