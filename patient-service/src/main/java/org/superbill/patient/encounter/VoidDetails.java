package org.superbill.patient.encounter;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.superbill.patient.field.Texts;

/** Why an encounter is void. The reason travels to other services: it is about the entry, not about the patient. */
@Schema(name = "VoidDetails")
record VoidDetails(@NotBlank @Size(max = 200) String reason) {

    static final String EXAMPLE = "{\"reason\": \"Registered twice\"}";

    VoidDetails {
        reason = Texts.trimmed(reason);
    }
}
