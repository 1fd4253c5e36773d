package org.superbill.billing.feeschedule;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.revision.Revision;

/**
 * A fee schedule as the API shows it.
 *
 * @param feeCount how many prices it has
 * @param fees absent in lists
 */
@Schema(name = "FeeSchedule")
record FeeSchedule(
        UUID id,
        String name,
        @Nullable UUID payerId,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        int feeCount,
        @Nullable List<PricedCode> fees,
        long revision) {

    static final String EXAMPLE = """
            {"id":"0199d0a0-0000-7000-8000-0000000000a1","name":"Charges 2026","effectiveFrom":"2026-01-01","feeCount":1,
            "fees":[{"procedureCode":"99213","modifiers":[],"amountCents":15000,"perUnit":true}],"revision":0}""";
    static final String PAGE = """
            {"items":[{"id":"0199d0a0-0000-7000-8000-0000000000a1","name":"Charges 2026","effectiveFrom":"2026-01-01","feeCount":1,"revision":0}]}""";

    String etag() {
        return new Revision(revision).etag();
    }

    /** Only for the API's document. */
    @Schema(name = "FeeSchedulePage")
    record Listed(List<FeeSchedule> items, @Nullable String nextCursor) {}
}
