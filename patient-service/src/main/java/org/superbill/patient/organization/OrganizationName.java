package org.superbill.patient.organization;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All that the platform's administrator sees of an organization. */
@Schema(name = "OrganizationName")
record OrganizationName(UUID id, String name) {
    static final String PAGE_EXAMPLE =
            "{\"items\": [{\"id\": \"0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0001\", \"name\": \"BEN KILDARE SERVICE\"}]}";

    /** A page, as the API document needs it said. */
    @Schema(name = "OrganizationPage")
    record Listed(List<OrganizationName> items, @Nullable String nextCursor) {}
}
