package org.superbill.x12.remittance;

import java.util.List;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopBuilder;
import org.superbill.x12.guide.Guide;

/** Claims that the payer has put together, with their totals (835 loop 2000). */
public record Loop2000HeaderNumber(Loop loop) implements Loop2000 {

    public static Loop2000HeaderNumber of(int number, List<Loop2100ClaimPayment> claims) {
        var builder = new LoopBuilder(Guide.REMITTANCE_835.loop("2000")).segment("LX", String.valueOf(number));
        claims.forEach(builder::add);
        return new Loop2000HeaderNumber(builder.build());
    }
}
