package org.superbill.x12.part;

import java.math.BigDecimal;
import org.superbill.x12.Segment;

/**
 * An amount with what it means (AMT).
 *
 * @param qualifier AMT01: B6 allowed, AU coverage, F5 patient paid, D payer paid …
 */
public record Amount(String qualifier, BigDecimal value) {
    public static Amount of(Segment amt) {
        return new Amount(amt.element(1), amt.requiredDecimal(2));
    }

    public Segment amt() {
        return Segment.of("AMT", qualifier, Segment.format(value));
    }
}
