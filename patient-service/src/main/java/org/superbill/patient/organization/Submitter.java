package org.superbill.patient.organization;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.events.PracticeChanged;
import org.superbill.patient.field.PhoneExtension;
import org.superbill.patient.field.PhoneNumber;
import org.superbill.patient.field.Texts;
import org.superbill.patient.field.X12Text;

/**
 * Who sends the organization's claims: itself, or its billing service (loop 1000A).
 *
 * @param id the electronic transmitter's number that the receiver has given (NM109)
 */
@Schema(name = "OrganizationSubmitter")
record Submitter(
        @NotBlank @Size(max = 60) @X12Text @Schema(examples = "PREMIER BILLING SERVICE")
        String name,

        @NotBlank @Size(min = 2, max = 80) @X12Text @Schema(examples = "TGJ23")
        String id,

        @NotBlank @Size(max = 60) @X12Text @Schema(examples = "JERRY")
        String contactName,

        @NotNull @PhoneNumber @Schema(examples = "3055552222")
        String phone,

        @Nullable @PhoneExtension @Schema(examples = "231") String extension) {

    Submitter {
        name = Texts.trimmed(name);
        id = Texts.trimmed(id);
        contactName = Texts.trimmed(contactName);
        phone = Texts.digits(phone);
        extension = Texts.digitsOrAbsent(extension);
    }

    PracticeChanged.Submitter told() {
        return new PracticeChanged.Submitter(name, id, contactName, phone, extension);
    }
}
