package org.superbill.x12.claimstatus;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopBuilder;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.DatePeriod;

/** What a payer says of one claim before adjudication (277CA loop 2200D). */
public record Loop2200DClaimStatus(Loop loop) implements Loop2200D {

    /**
     * @param patientControlNumber TRN02: CLM01 of the claim
     * @param payerClaimControlNumber REF*1K, given to accepted claims
     * @param clearinghouseNumber REF*D9 of the claim, sent back
     * @param serviceDates DTP*472
     */
    public static Loop2200DClaimStatus of(
            String patientControlNumber,
            List<ClaimStatus> statuses,
            @Nullable String payerClaimControlNumber,
            @Nullable String clearinghouseNumber,
            DatePeriod serviceDates,
            List<Loop2220DServiceLine> lines) {
        var builder = new LoopBuilder(Guide.CLAIM_ACKNOWLEDGMENT_277CA.loop("2200D"))
                .segment("TRN", "2", patientControlNumber)
                .add(serviceDates.dtp());
        statuses.forEach(status -> builder.add(status.stc()));
        if (payerClaimControlNumber != null) {
            builder.segment("REF", "1K", payerClaimControlNumber);
        }
        if (clearinghouseNumber != null) {
            builder.segment("REF", "D9", clearinghouseNumber);
        }
        lines.forEach(builder::add);
        return new Loop2200DClaimStatus(builder.build());
    }

    /** TRN02: CLM01 of the claim. */
    public String patientControlNumber() {
        return loop.required("TRN").element(2);
    }

    public List<ClaimStatus> statuses() {
        return ClaimStatus.of(loop.segments("STC"));
    }

    /** Whether any of its statuses rejects the claim. */
    public boolean isRejected() {
        return statuses().stream().anyMatch(status -> status.codes().stream().anyMatch(StatusCode::isRejected));
    }

    /** Whether it is accepted into adjudication; a mere receipt is neither accepted nor rejected. */
    public boolean isAccepted() {
        return !isRejected()
                && statuses().stream()
                        .anyMatch(status -> status.codes().stream().anyMatch(StatusCode::isAccepted));
    }

    /** REF02 of the first REF with this qualifier: 1K the payer's number of the claim, D9 the clearinghouse's. */
    public @Nullable String reference(String qualifier) {
        var ref = loop.segment("REF", qualifier);
        return ref == null ? null : ref.value(2);
    }

    /** DTP*472; null when it is missing. */
    public @Nullable DatePeriod serviceDates() {
        var dtp = loop.segment("DTP", "472");
        return dtp == null ? null : DatePeriod.of(dtp);
    }
}
