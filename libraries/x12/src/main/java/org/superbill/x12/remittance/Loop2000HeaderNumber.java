package org.superbill.x12.remittance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopBuilder;
import org.superbill.x12.Segment;
import org.superbill.x12.TypedLoop;
import org.superbill.x12.guide.Guide;

/** Claims that the payer has put together, with their totals (835 loop 2000). */
public record Loop2000HeaderNumber(Loop loop) implements TypedLoop {

    public static Loop2000HeaderNumber of(int number, List<Loop2100ClaimPayment> claims) {
        var builder = new LoopBuilder(Guide.REMITTANCE_835.loop("2000")).segment("LX", String.valueOf(number));
        claims.forEach(builder::add);
        return new Loop2000HeaderNumber(builder.build());
    }

    /** LX01, as written. */
    public String number() {
        return loop.required("LX").element(1);
    }

    /** TS3, of institutional claims. */
    public @Nullable Segment providerSummary() {
        return loop.segment("TS3");
    }

    /** TS2, of institutional claims. */
    public @Nullable Segment supplementalSummary() {
        return loop.segment("TS2");
    }

    public List<Loop2100ClaimPayment> claims() {
        return loop.loops("2100", Loop2100ClaimPayment::new);
    }
}
