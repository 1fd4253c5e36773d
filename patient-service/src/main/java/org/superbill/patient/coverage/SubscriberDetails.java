package org.superbill.patient.coverage;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.events.CoverageChanged;
import org.superbill.events.Sex;
import org.superbill.patient.field.Address;
import org.superbill.patient.field.Texts;
import org.superbill.patient.field.X12Text;

/** The person who holds the policy, when that is not the patient (loop 2010BA). */
@Schema(name = "Subscriber")
record SubscriberDetails(
        @NotBlank @Size(max = 35) @X12Text String firstName,

        @Nullable @Size(max = 25) @X12Text String middleName,

        @NotBlank @Size(max = 60) @X12Text String lastName,

        @Nullable LocalDate birthDate,
        @Nullable Sex sex,
        @Nullable @Valid Address address) {

    SubscriberDetails {
        firstName = Texts.trimmed(firstName);
        middleName = Texts.trimmedOrAbsent(middleName);
        lastName = Texts.trimmed(lastName);
    }

    CoverageChanged.Subscriber told() {
        return new CoverageChanged.Subscriber(firstName, middleName, lastName, birthDate, sex, Address.told(address));
    }
}
