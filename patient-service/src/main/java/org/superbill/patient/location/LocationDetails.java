package org.superbill.patient.location;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.patient.field.Address;
import org.superbill.patient.field.Texts;
import org.superbill.patient.field.ValidNpi;
import org.superbill.patient.field.X12Text;

/**
 * What is said about a location. Without {@code npi} and {@code address} it is the organization's own place.
 *
 * @param placeOfService CMS place-of-service code, e.g. 11 for an office (CLM05-1)
 * @param cliaNumber of its laboratory (REF*X4)
 * @param mammographyCertification REF*EW
 */
@Schema(name = "LocationDetails")
record LocationDetails(
        @NotBlank @Size(max = 60) @X12Text String name,

        @NotNull @Pattern(regexp = "[0-9]{2}", message = "must be a place-of-service code of two digits")
        String placeOfService,

        @Nullable @ValidNpi String npi,
        @Nullable @Valid Address address,

        @Nullable @Pattern(regexp = "[0-9]{2}D[0-9]{7}", message = "must be a CLIA number, e.g. 05D1234567")
        String cliaNumber,

        @Nullable @Size(max = 50) @X12Text String mammographyCertification) {

    static final String EXAMPLE = """
            {"name": "Seaway office", "placeOfService": "11"}
            """;

    LocationDetails {
        name = Texts.trimmed(name);
        placeOfService = Texts.trimmed(placeOfService);
        npi = Texts.trimmedOrAbsent(npi);
        cliaNumber = Texts.trimmedOrAbsent(cliaNumber);
        mammographyCertification = Texts.trimmedOrAbsent(mammographyCertification);
    }
}
