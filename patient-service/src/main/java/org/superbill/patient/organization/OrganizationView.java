package org.superbill.patient.organization;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.patient.field.Address;
import org.superbill.servicekit.revision.Revision;

/** An organization as the API shows it. */
@Schema(name = "Organization")
record OrganizationView(
        UUID id,
        String name,
        String npi,
        String taxId,
        @Nullable String taxonomyCode,
        Address address,
        @Nullable Address payToAddress,
        String timeZone,
        @Nullable Contact contact,
        Submitter submitter,
        long revision) {

    static final String EXAMPLE = """
            {
              "id": "0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0001",
              "name": "BEN KILDARE SERVICE",
              "npi": "1912301953",
              "taxId": "587654321",
              "taxonomyCode": "203BF0100Y",
              "address": {"line1": "234 SEAWAY ST", "city": "MIAMI", "state": "FL", "postalCode": "331110000"},
              "timeZone": "America/New_York",
              "submitter": {
                "name": "PREMIER BILLING SERVICE", "id": "TGJ23",
                "contactName": "JERRY", "phone": "3055552222", "extension": "231"
              },
              "revision": 0
            }
            """;

    String etag() {
        return new Revision(revision).etag();
    }
}
