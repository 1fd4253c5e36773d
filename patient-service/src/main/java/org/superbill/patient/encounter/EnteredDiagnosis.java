package org.superbill.patient.encounter;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.events.EncounterCompleted;

/**
 * A diagnosis as the clinician enters it; whether the code exists on the day is coding's to say.
 *
 * @param code ICD-10-CM, with or without the dot
 * @param presentOnAdmission of an inpatient: Y, N, U (not documented), W (cannot be determined) or 1 (exempt)
 */
@Schema(name = "EnteredDiagnosis")
record EnteredDiagnosis(
        @NotNull
        @Pattern(regexp = "[A-Z][0-9A-Z]{2,6}", message = "must have the shape of an ICD-10-CM code, e.g. J06.9")
        String code,

        @Nullable @Pattern(regexp = "[YNUW1]", message = "must be one of Y, N, U, W and 1")
        String presentOnAdmission) {

    EnteredDiagnosis {
        code = code == null ? code : code.strip().replace(".", "").toUpperCase(Locale.ROOT);
    }

    EncounterCompleted.Diagnosis told() {
        return new EncounterCompleted.Diagnosis(code, presentOnAdmission);
    }
}
