package org.superbill.patient.practitioner;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.patient.field.TaxonomyCode;
import org.superbill.patient.field.Texts;
import org.superbill.patient.field.ValidNpi;
import org.superbill.patient.field.X12Text;

/** What is said about a practitioner (NM1 and PRV of loop 2310B). */
@Schema(name = "PractitionerDetails")
record PractitionerDetails(
        @NotNull @ValidNpi String npi,

        @NotBlank @Size(max = 35) @X12Text String firstName,

        @Nullable @Size(max = 25) @X12Text String middleName,

        @NotBlank @Size(max = 60) @X12Text String lastName,

        @Nullable @TaxonomyCode String taxonomyCode) {

    static final String EXAMPLE = """
            {"npi": "1234567893", "firstName": "BEN", "lastName": "KILDARE", "taxonomyCode": "203BF0100Y"}
            """;

    PractitionerDetails {
        npi = Texts.trimmed(npi);
        firstName = Texts.trimmed(firstName);
        middleName = Texts.trimmedOrAbsent(middleName);
        lastName = Texts.trimmed(lastName);
        taxonomyCode = Texts.trimmedOrAbsent(taxonomyCode);
    }
}
