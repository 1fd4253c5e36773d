package org.superbill.patient.patient;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.events.Sex;
import org.superbill.patient.field.Address;
import org.superbill.patient.field.PhoneNumber;
import org.superbill.patient.field.Texts;
import org.superbill.patient.field.X12Text;

/** What is said about a patient (NM1, N3, N4 and DMG of loop 2010CA, or 2010BA for a patient who is the subscriber). */
@Schema(name = "PatientDetails")
record PatientDetails(
        @NotBlank @Size(max = 35) @X12Text String firstName,

        @Nullable @Size(max = 25) @X12Text String middleName,

        @NotBlank @Size(max = 60) @X12Text String lastName,

        @NotNull LocalDate birthDate,
        @NotNull Sex sex,
        @NotNull @Valid Address address,
        @Nullable @PhoneNumber String phone,

        @Nullable @Size(max = 50) @X12Text String medicalRecordNumber) {

    static final String EXAMPLE = """
            {
              "firstName": "TED", "lastName": "SMITH", "birthDate": "1973-05-01", "sex": "male",
              "address": {"line1": "236 N MAIN ST", "city": "MIAMI", "state": "FL", "postalCode": "33413"},
              "phone": "3055553333", "medicalRecordNumber": "MRN-1001"
            }
            """;

    PatientDetails {
        firstName = Texts.trimmed(firstName);
        middleName = Texts.trimmedOrAbsent(middleName);
        lastName = Texts.trimmed(lastName);
        phone = Texts.digitsOrAbsent(phone);
        medicalRecordNumber = Texts.trimmedOrAbsent(medicalRecordNumber);
    }
}
