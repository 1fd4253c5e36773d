package org.superbill.patient.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.events.Relationship;
import org.superbill.servicekit.revision.Revision;

/** A coverage as the API shows it. */
@Schema(name = "Coverage")
record CoverageView(
        UUID id,
        UUID patientId,
        UUID payerId,
        String memberId,
        @Nullable String groupNumber,
        @Nullable String groupName,
        int sequence,
        Relationship relationshipToSubscriber,
        @Nullable SubscriberDetails subscriber,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable String medicareSecondaryType,
        long revision) {

    static final String EXAMPLE = """
            {
              "id": "0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0006",
              "patientId": "0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0005",
              "payerId": "0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0004", "memberId": "JS00111223333", "groupNumber": "2222-SJ",
              "sequence": 1, "relationshipToSubscriber": "child",
              "subscriber": {"firstName": "JANE", "lastName": "SMITH"},
              "effectiveFrom": "2026-01-01",
              "revision": 0
            }
            """;
    static final String PAGE_EXAMPLE = "{\"items\": [" + EXAMPLE + "]}";

    String etag() {
        return new Revision(revision).etag();
    }

    /** A page, as the API document needs it said. */
    @Schema(name = "CoveragePage")
    record Listed(List<CoverageView> items, @Nullable String nextCursor) {}
}
