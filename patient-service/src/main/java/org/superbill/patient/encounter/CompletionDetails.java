package org.superbill.patient.encounter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was done in an encounter.
 *
 * @param services all of them, in claim order; a later completion says all of them again. Fifty is as many as a claim takes
 *     (005010X222A1, loop 2400)
 */
@Schema(name = "CompletionDetails")
record CompletionDetails(@NotEmpty @Size(max = 50) List<@NotNull @Valid ServiceDetails> services) {

    static final String EXAMPLE = """
            {
              "services": [
                {"procedureCode": "90658", "modifiers": [], "units": 1, "chargeCents": 2500},
                {"procedureCode": "90471", "modifiers": [], "units": 1, "chargeCents": 3000}
              ]
            }
            """;

    List<ServiceLine> lines(LocalDate dayOfEncounter) {
        return IntStream.range(0, services.size())
                .mapToObj(i -> services.get(i).line(i + 1, dayOfEncounter))
                .toList();
    }
}
