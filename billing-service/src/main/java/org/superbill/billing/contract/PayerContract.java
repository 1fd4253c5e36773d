package org.superbill.billing.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.feeschedule.PricedCode;
import org.superbill.servicekit.revision.Revision;

/**
 * A contract as the API shows it.
 *
 * @param rates absent in lists
 */
@Schema(name = "PayerContract")
record PayerContract(
        UUID id,
        UUID payerId,
        String name,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        ContractTerms terms,
        int rateCount,
        @Nullable List<PricedCode> rates,
        long revision) {

    static final String EXAMPLE = """
            {"id":"0199d0a0-0000-7000-8000-0000000000b1","payerId":"0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0004","name":"Key Insurance 2026",
            "effectiveFrom":"2026-01-01","terms":{"percentOfCharge":60},"rateCount":1,
            "rates":[{"procedureCode":"99213","modifiers":[],"amountCents":9500,"perUnit":true}],"revision":0}""";
    static final String PAGE = """
            {"items":[{"id":"0199d0a0-0000-7000-8000-0000000000b1","payerId":"0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0004","name":"Key Insurance 2026",
            "effectiveFrom":"2026-01-01","terms":{"percentOfCharge":60},"rateCount":1,"revision":0}]}""";

    String etag() {
        return new Revision(revision).etag();
    }

    /** Only for the API's document. */
    @Schema(name = "PayerContractPage")
    record Listed(List<PayerContract> items, @Nullable String nextCursor) {}
}
