package org.superbill.x12.professional;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopBuilder;
import org.superbill.x12.Segment;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.Adjustment;
import org.superbill.x12.part.DatePeriod;
import org.superbill.x12.part.Procedure;

/** What another payer decided on a line (837P loop 2430). */
public record Loop2430LineAdjudication(Loop loop) implements Loop2430 {

    /**
     * @param payerId SVD01, as in loop 2330B NM109
     * @param units SVD05
     * @param paidOn DTP*573
     */
    public static Loop2430LineAdjudication of(
            String payerId,
            BigDecimal paidAmount,
            Procedure procedure,
            BigDecimal units,
            List<Adjustment> adjustments,
            LocalDate paidOn) {
        return new Loop2430LineAdjudication(new LoopBuilder(Guide.PROFESSIONAL_837.loop("2430"))
                .segment("SVD", payerId, Segment.format(paidAmount), procedure.composite(), null, Segment.format(units))
                .addAll(Adjustment.segments(adjustments))
                .add(DatePeriod.on("573", paidOn).dtp())
                .build());
    }

    /** SVD01. */
    public String payerId() {
        return loop.required("SVD").element(1);
    }

    /** SVD02. */
    public BigDecimal paidAmount() {
        return loop.required("SVD").requiredDecimal(2);
    }

    /** SVD03. */
    public Procedure procedure() {
        return Procedure.of(loop.required("SVD"), 3);
    }

    public List<Adjustment> adjustments() {
        return Adjustment.of(loop);
    }
}
