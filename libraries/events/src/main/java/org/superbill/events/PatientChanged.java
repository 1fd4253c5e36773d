package org.superbill.events;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A patient as claims need them. Key: patient id. */
public record PatientChanged(
        UUID patientId,
        String firstName,
        @Nullable String middleName,
        String lastName,
        LocalDate birthDate,
        Sex sex,
        Address address,
        @Nullable String medicalRecordNumber)
        implements Event {
    @Override
    public String subject() {
        return patientId.toString();
    }
}
