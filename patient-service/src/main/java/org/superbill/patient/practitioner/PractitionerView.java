package org.superbill.patient.practitioner;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.revision.Revision;

/** A practitioner as the API shows them. */
@Schema(name = "Practitioner")
record PractitionerView(
        UUID id,
        String npi,
        String firstName,
        @Nullable String middleName,
        String lastName,
        @Nullable String taxonomyCode,
        long revision) {

    static final String EXAMPLE = """
            {
              "id": "0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0002",
              "npi": "1234567893", "firstName": "BEN", "lastName": "KILDARE", "taxonomyCode": "203BF0100Y",
              "revision": 0
            }
            """;
    static final String PAGE_EXAMPLE = "{\"items\": [" + EXAMPLE + "]}";

    String etag() {
        return new Revision(revision).etag();
    }

    /** A page, as the API document needs it said. */
    @Schema(name = "PractitionerPage")
    record Listed(List<PractitionerView> items, @Nullable String nextCursor) {}
}
