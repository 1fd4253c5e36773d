package org.superbill.patient.field;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A United States postal address, as short as a claim needs it (N3, N4). */
@Schema(description = "A United States postal address")
public record Address(
        @NotBlank @Size(max = 55) @X12Text @Schema(examples = "236 N MAIN ST")
        String line1,

        @Nullable @Size(max = 55) @X12Text String line2,

        @NotBlank @Size(min = 2, max = 30) @X12Text @Schema(examples = "MIAMI")
        String city,

        @NotNull @State @Schema(description = "Two letters", examples = "FL")
        String state,

        @NotNull @PostalCode @Schema(description = "5 or 9 digits; a hyphen is taken out", examples = "334130000")
        String postalCode) {

    public Address {
        line1 = Texts.trimmed(line1);
        line2 = Texts.trimmedOrAbsent(line2);
        city = Texts.trimmed(city);
        state = Texts.code(state);
        postalCode = Texts.digits(postalCode);
    }

    public org.superbill.events.Address told() {
        return new org.superbill.events.Address(line1, line2, city, state, postalCode);
    }

    public static org.superbill.events.@Nullable Address told(@Nullable Address address) {
        return address == null ? null : address.told();
    }
}
