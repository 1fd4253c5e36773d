package org.superbill.patient.payer;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.revision.Revision;

/** A payer as the API shows it. */
@Schema(name = "Payer")
record PayerView(
        UUID id, String name, String payerId, String claimFilingIndicator, PayerProfile profile, long revision) {

    static final String EXAMPLE =
            "{\"id\": \"0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0004\", \"name\": \"KEY INSURANCE COMPANY\", \"payerId\": \"999996666\","
                    + " \"claimFilingIndicator\": \"CI\", \"profile\": " + PayerDetails.PROFILE_EXAMPLE
                    + ", \"revision\": 0}";
    static final String PAGE_EXAMPLE = "{\"items\": [" + EXAMPLE + "]}";

    String etag() {
        return new Revision(revision).etag();
    }

    /** A page, as the API document needs it said. */
    @Schema(name = "PayerPage")
    record Listed(List<PayerView> items, @Nullable String nextCursor) {}
}
