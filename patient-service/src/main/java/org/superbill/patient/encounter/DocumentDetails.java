package org.superbill.patient.encounter;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A document to keep with an encounter.
 *
 * @param kind what it is, in words of small letters with hyphens
 * @param text as it was written; line ends are kept, since places in it are counted in characters
 */
@Schema(name = "EncounterDocumentDetails")
record DocumentDetails(
        @NotNull @Pattern(regexp = "[a-z][a-z-]{1,39}", message = "must be words of small letters, e.g. progress-note")
        String kind,

        @Nullable @Size(max = 200) String title,

        @NotBlank @Size(max = 500_000) String text) {

    static final String EXAMPLE = """
            {
              "kind": "progress-note",
              "title": "Visit of 2 March",
              "text": "CHIEF COMPLAINT: sore throat.\\nASSESSMENT: acute upper respiratory infection."
            }
            """;
}
