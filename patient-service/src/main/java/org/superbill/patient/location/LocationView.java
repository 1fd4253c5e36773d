package org.superbill.patient.location;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.patient.field.Address;
import org.superbill.servicekit.revision.Revision;

/** A location as the API shows it. */
@Schema(name = "Location")
record LocationView(
        UUID id,
        String name,
        String placeOfService,
        @Nullable String npi,
        @Nullable Address address,
        @Nullable String cliaNumber,
        @Nullable String mammographyCertification,
        long revision) {

    static final String EXAMPLE = """
            {
              "id": "0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0003",
              "name": "Seaway office", "placeOfService": "11",
              "revision": 0
            }
            """;
    static final String PAGE_EXAMPLE = "{\"items\": [" + EXAMPLE + "]}";

    String etag() {
        return new Revision(revision).etag();
    }

    /** A page, as the API document needs it said. */
    @Schema(name = "LocationPage")
    record Listed(List<LocationView> items, @Nullable String nextCursor) {}
}
