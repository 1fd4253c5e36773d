package org.superbill.patient.encounter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.revision.Revision;

/**
 * An encounter as the API shows it.
 *
 * @param setting absent: an office visit
 * @param admissionDate of a stay
 * @param dischargeDate of a stay
 * @param diagnoses as the clinician entered them; absent when they entered none
 * @param claimDetails what its claim says besides its codes; absent when it is nothing
 * @param version how often it was completed with other services: 0 before the first time, above 1 with late charges
 */
@Schema(name = "Encounter")
record EncounterView(
        UUID id,
        UUID patientId,
        UUID practitionerId,
        UUID locationId,
        LocalDate serviceDate,
        List<UUID> coverageIds,
        @Nullable Setting setting,
        @Nullable LocalDate admissionDate,
        @Nullable LocalDate dischargeDate,
        EncounterStatus status,
        int version,
        List<ServiceLine> services,
        @Nullable List<EnteredDiagnosis> diagnoses,
        @Nullable ClaimDetails claimDetails,
        @Nullable Instant completedAt,
        @Nullable String voidReason,
        long revision) {

    private static final String FACTS = """
              "id": "0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0007",
              "patientId": "0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0005",
              "practitionerId": "0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0002",
              "locationId": "0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0003",
              "serviceDate": "2026-03-02",
              "coverageIds": ["0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0006"],
            """;
    static final String EXAMPLE =
            "{" + FACTS + "\"status\": \"in-progress\", \"version\": 0, \"services\": [], \"revision\": 0}";
    static final String COMPLETED_EXAMPLE = "{" + FACTS + """
              "status": "completed", "version": 1,
              "services": [
                {"lineNumber": 1, "procedureCode": "90658", "modifiers": [], "units": 1, "chargeCents": 2500, "serviceDate": "2026-03-02"},
                {"lineNumber": 2, "procedureCode": "90471", "modifiers": [], "units": 1, "chargeCents": 3000, "serviceDate": "2026-03-02"}
              ],
              "completedAt": "2026-03-02T15:10:00Z", "revision": 1
            }
            """;
    static final String VOID_EXAMPLE = "{"
            + FACTS
            + "\"status\": \"void\", \"version\": 0, \"services\": [], \"voidReason\": \"Registered twice\", \"revision\": 1}";
    static final String PAGE_EXAMPLE = "{\"items\": [" + COMPLETED_EXAMPLE + "]}";

    String etag() {
        return new Revision(revision).etag();
    }

    /** A page, as the API document needs it said. */
    @Schema(name = "EncounterPage")
    record Listed(List<EncounterView> items, @Nullable String nextCursor) {}
}
