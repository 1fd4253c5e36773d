package org.superbill.billing.claimstatus;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One status that a payer told (STC).
 *
 * @param category claim status category (code source 507), e.g. {@code F1}
 * @param status claim status (code source 508), e.g. {@code 65}
 * @param entity whom it speaks of (element 98)
 * @param words what the category means, in our words
 * @param effectiveOn STC02
 * @param chargeCents STC04
 * @param paidCents STC05
 * @param checkNumber STC09
 */
@Schema(name = "ToldClaimStatus")
record ToldStatus(
        @Schema(examples = "F1") String category,
        @Schema(examples = "65") String status,
        @Nullable String entity,
        String words,
        @Nullable LocalDate effectiveOn,
        @Nullable Long chargeCents,
        @Nullable Long paidCents,
        @Nullable String checkNumber) {

    String code() {
        return category + ":" + status;
    }
}
