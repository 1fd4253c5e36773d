package org.superbill.billing.deadline;

import java.util.List;
import java.util.UUID;

/** What is entered of a payer's filing limits, for tests of other features. */
public final class PayerLimitsOfTests {
    private PayerLimitsOfTests() {}

    public static PayerLimits of(UUID payerId, ClaimType type, int days, CountedFrom from) {
        return new PayerLimits(List.of(new FilingLimit(payerId, type, days, from, 0)), List.of());
    }

    public static PayerLimits ofAppeals(UUID payerId, String level, int days) {
        return new PayerLimits(List.of(), List.of(new AppealLimit(payerId, level, days, 0)));
    }
}
