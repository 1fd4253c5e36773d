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

/** Whom a payer calls about the organization (PER of loop 2010AA). */
@Schema(name = "OrganizationContact")
record Contact(
        @NotBlank @Size(max = 60) @X12Text String name,

        @NotNull @PhoneNumber @Schema(examples = "3055551111")
        String phone,

        @Nullable @PhoneExtension String extension) {

    Contact {
        name = Texts.trimmed(name);
        phone = Texts.digits(phone);
        extension = Texts.digitsOrAbsent(extension);
    }

    PracticeChanged.Contact told() {
        return new PracticeChanged.Contact(name, phone, extension);
    }
}
