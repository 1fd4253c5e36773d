package org.superbill.patient.encounter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was done in an encounter.
 *
 * @param services all of them, in claim order; a later completion says all of them again. An institutional claim takes 999
 *     (005010X223A2, loop 2400), a professional one fifty
 * @param diagnoses as the clinician sees them, principal first; where the organization's coding policy allows it, they need no coder.
 *     Twenty-five is as many as an institutional claim takes
 * @param dischargeDate of a stay
 * @param coverageIds primary first, empty for a patient who pays alone; when absent, those that were named before, and where nobody has named any, the
 *     patient's coverages in effect on the date of service, as they are known now
 * @param claimDetails what its claim says besides its codes; absent: as it was said before
 */
@Schema(name = "CompletionDetails")
record CompletionDetails(
        @NotEmpty @Size(max = 999) List<@NotNull @Valid ServiceDetails> services,
        @Nullable @Size(max = 25) List<@NotNull @Valid EnteredDiagnosis> diagnoses,
        @Nullable LocalDate dischargeDate,
        @Nullable @Size(max = 11) List<@NotNull UUID> coverageIds,
        @Nullable @Valid ClaimDetails claimDetails) {

    static final String EXAMPLE = """
            {
              "services": [
                {"procedureCode": "90658", "modifiers": [], "units": 1, "chargeCents": 2500, "diagnosisPointers": [1]},
                {"procedureCode": "90471", "modifiers": [], "units": 1, "chargeCents": 3000, "diagnosisPointers": [1]}
              ],
              "diagnoses": [{"code": "Z23"}]
            }
            """;

    List<ServiceLine> lines(LocalDate dayOfEncounter) {
        return IntStream.range(0, services.size())
                .mapToObj(i -> services.get(i).line(i + 1, dayOfEncounter))
                .toList();
    }
}
