package org.superbill.patient.patient;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.events.Sex;
import org.superbill.patient.field.Address;
import org.superbill.servicekit.revision.Revision;

/** A patient as the API shows them. */
@Schema(name = "Patient")
record PatientView(
        UUID id,
        String firstName,
        @Nullable String middleName,
        String lastName,
        LocalDate birthDate,
        Sex sex,
        Address address,
        @Nullable String phone,
        @Nullable String medicalRecordNumber,
        long revision) {

    static final String EXAMPLE = """
            {
              "id": "0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0005",
              "firstName": "TED", "lastName": "SMITH", "birthDate": "1973-05-01", "sex": "male",
              "address": {"line1": "236 N MAIN ST", "city": "MIAMI", "state": "FL", "postalCode": "33413"},
              "phone": "3055553333", "medicalRecordNumber": "MRN-1001",
              "revision": 0
            }
            """;
    static final String PAGE_EXAMPLE = "{\"items\": [" + EXAMPLE + "]}";

    String etag() {
        return new Revision(revision).etag();
    }

    /** A page, as the API document needs it said. */
    @Schema(name = "PatientPage")
    record Listed(List<PatientView> items, @Nullable String nextCursor) {}
}
