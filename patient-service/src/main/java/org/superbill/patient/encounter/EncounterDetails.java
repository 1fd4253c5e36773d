package org.superbill.patient.encounter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is said when an encounter is registered.
 *
 * @param practitionerId who treats: the rendering provider
 * @param coverageIds primary first, empty for a patient who pays alone; when absent, the patient's coverages in effect on the date of service, as they
 *     are known when it is completed
 * @param status {@code in-progress} when absent
 * @param setting {@code office} when absent
 * @param admissionDate of a stay
 * @param claimDetails what its claim says besides its codes, as far as it is known now; the completion may say it anew
 */
@Schema(name = "EncounterDetails")
record EncounterDetails(
        @NotNull UUID patientId,
        @NotNull UUID practitionerId,
        @NotNull UUID locationId,
        @NotNull LocalDate serviceDate,

        @Nullable @Size(max = 11) List<@NotNull UUID> coverageIds,

        @Nullable InitialStatus status,
        @Nullable Setting setting,
        @Nullable LocalDate admissionDate,
        @Nullable @Valid ClaimDetails claimDetails) {

    static final String EXAMPLE = """
            {
              "patientId": "0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0005",
              "practitionerId": "0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0002",
              "locationId": "0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0003",
              "serviceDate": "2026-03-02"
            }
            """;

    EncounterStatus initialStatus() {
        return status == null ? EncounterStatus.IN_PROGRESS : status.status();
    }
}
