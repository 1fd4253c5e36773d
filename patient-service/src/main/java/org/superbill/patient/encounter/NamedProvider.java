package org.superbill.patient.encounter;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.events.ClaimDetails;
import org.superbill.patient.field.TaxonomyCode;
import org.superbill.patient.field.Texts;
import org.superbill.patient.field.ValidNpi;
import org.superbill.patient.field.X12Text;

/** A person whom a claim names and who need not belong to the practice (NM1, PRV). */
@Schema(name = "NamedProvider")
record NamedProvider(
        @NotNull @ValidNpi @Schema(examples = "1234567893") String npi,

        @NotBlank @Size(max = 60) @X12Text @Schema(examples = "ROSS")
        String lastName,

        @Nullable @Size(max = 35) @X12Text String firstName,

        @Nullable @Size(max = 25) @X12Text String middleName,

        @Nullable @TaxonomyCode String taxonomyCode) {

    NamedProvider {
        npi = Texts.trimmed(npi);
        lastName = Texts.trimmed(lastName);
        firstName = Texts.trimmedOrAbsent(firstName);
        middleName = Texts.trimmedOrAbsent(middleName);
        taxonomyCode = Texts.trimmedOrAbsent(taxonomyCode);
    }

    static ClaimDetails.@Nullable Provider told(@Nullable NamedProvider provider) {
        return provider == null
                ? null
                : new ClaimDetails.Provider(
                        provider.npi,
                        provider.lastName,
                        provider.firstName,
                        provider.middleName,
                        provider.taxonomyCode);
    }
}
