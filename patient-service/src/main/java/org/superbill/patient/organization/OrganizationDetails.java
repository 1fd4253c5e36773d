package org.superbill.patient.organization;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.patient.field.Address;
import org.superbill.patient.field.TaxonomyCode;
import org.superbill.patient.field.Texts;
import org.superbill.patient.field.ValidNpi;
import org.superbill.patient.field.X12Text;

/**
 * What is said about an organization: the billing provider of its claims.
 *
 * @param taxId employer identification number, nine digits; a hyphen is taken out (REF*EI)
 * @param taxonomyCode PRV03 of loop 2000A
 * @param payToAddress only where money goes elsewhere (loop 2010AB)
 * @param timeZone IANA name
 */
@Schema(name = "OrganizationDetails")
record OrganizationDetails(
        @NotBlank @Size(max = 60) @X12Text String name,

        @NotNull @ValidNpi String npi,

        @NotNull @Pattern(regexp = "[0-9]{9}", message = "must be nine digits")
        String taxId,

        @Nullable @TaxonomyCode String taxonomyCode,
        @NotNull @Valid Address address,
        @Nullable @Valid Address payToAddress,
        @NotNull @ValidTimeZone String timeZone,
        @Nullable @Valid Contact contact,
        @NotNull @Valid Submitter submitter) {

    static final String EXAMPLE = """
            {
              "name": "BEN KILDARE SERVICE",
              "npi": "1912301953",
              "taxId": "587654321",
              "taxonomyCode": "203BF0100Y",
              "address": {"line1": "234 SEAWAY ST", "city": "MIAMI", "state": "FL", "postalCode": "331110000"},
              "payToAddress": {"line1": "2345 OCEAN BLVD", "city": "MIAMI", "state": "FL", "postalCode": "33111"},
              "timeZone": "America/New_York",
              "submitter": {
                "name": "PREMIER BILLING SERVICE", "id": "TGJ23",
                "contactName": "JERRY", "phone": "3055552222", "extension": "231"
              }
            }
            """;

    OrganizationDetails {
        name = Texts.trimmed(name);
        npi = Texts.trimmed(npi);
        taxId = Texts.digits(taxId);
        taxonomyCode = Texts.trimmedOrAbsent(taxonomyCode);
        timeZone = Texts.trimmed(timeZone);
    }
}
