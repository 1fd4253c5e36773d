package org.superbill.x12.claimstatus;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopBuilder;
import org.superbill.x12.Segment;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.DatePeriod;
import org.superbill.x12.part.Procedure;

/** A line that a claim was rejected for (277CA loop 2220D). */
public record Loop2220DServiceLine(Loop loop) implements Loop2220D {

    /**
     * @param status without a date and an amount, not accepted
     * @param lineControlNumber REF*FJ: REF*6R of the claim
     * @param date DTP*472
     */
    public static Loop2220DServiceLine of(
            Procedure procedure,
            BigDecimal chargeAmount,
            ClaimStatus status,
            @Nullable String lineControlNumber,
            @Nullable DatePeriod date) {
        var builder = new LoopBuilder(Guide.CLAIM_ACKNOWLEDGMENT_277CA.loop("2220D"))
                .segment("SVC", procedure.composite(), Segment.format(chargeAmount))
                .add(status.stc());
        if (lineControlNumber != null) {
            builder.segment("REF", "FJ", lineControlNumber);
        }
        return new Loop2220DServiceLine(
                builder.add(date == null ? null : date.dtp()).build());
    }

    /** SVC01. */
    public Procedure procedure() {
        return Procedure.of(loop.required("SVC"), 1);
    }

    /** SVC02. */
    public BigDecimal chargeAmount() {
        return loop.required("SVC").requiredDecimal(2);
    }

    public List<ClaimStatus> statuses() {
        return ClaimStatus.of(loop.segments("STC"));
    }

    /** REF*FJ. */
    public @Nullable String lineControlNumber() {
        var ref = loop.segment("REF", "FJ");
        return ref == null ? null : ref.value(2);
    }
}
