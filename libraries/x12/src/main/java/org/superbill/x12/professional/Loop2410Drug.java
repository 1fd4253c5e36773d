package org.superbill.x12.professional;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopBuilder;
import org.superbill.x12.Segment;
import org.superbill.x12.guide.Guide;

/** The drug that a line bills (837P loop 2410). */
public record Loop2410Drug(Loop loop) implements Loop2410 {

    /**
     * @param ndc LIN03, eleven digits
     * @param unit CTP05-1: UN, ML, GR, ME, F2
     * @param prescriptionNumber REF*XZ
     */
    public static Loop2410Drug ndc(String ndc, BigDecimal quantity, String unit, @Nullable String prescriptionNumber) {
        var builder = new LoopBuilder(Guide.PROFESSIONAL_837.loop("2410"))
                .segment("LIN", null, "N4", ndc)
                .segment("CTP", null, null, null, Segment.format(quantity), unit);
        if (prescriptionNumber != null) {
            builder.segment("REF", "XZ", prescriptionNumber);
        }
        return new Loop2410Drug(builder.build());
    }
}
