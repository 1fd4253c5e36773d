package org.superbill.x12.professional;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopBuilder;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.Adjustment;
import org.superbill.x12.part.Amount;

/** Another insurance of the patient, with what it has paid (837P loop 2320). */
public record Loop2320OtherSubscriber(Loop loop) implements Loop2320 {

    /**
     * @param payerResponsibility SBR01: P, S, T …
     * @param relationship SBR02, of the patient to this subscriber: 18 self, 01 spouse, 19 child …
     * @param groupNumber SBR03
     * @param claimFilingIndicator SBR09
     * @param benefitsAssignment OI03: Y, N, W
     * @param releaseOfInformation OI06: Y, I
     * @param amounts D payer paid, A8 non-covered, EAF remaining patient liability
     */
    public static Loop2320OtherSubscriber of(
            String payerResponsibility,
            String relationship,
            @Nullable String groupNumber,
            @Nullable String claimFilingIndicator,
            List<Adjustment> adjustments,
            List<Amount> amounts,
            String benefitsAssignment,
            String releaseOfInformation,
            Loop2330AOtherSubscriber subscriber,
            Loop2330BOtherPayer payer) {
        var builder = new LoopBuilder(Guide.PROFESSIONAL_837.loop("2320"))
                .segment(
                        "SBR",
                        payerResponsibility,
                        relationship,
                        groupNumber,
                        null,
                        null,
                        null,
                        null,
                        null,
                        claimFilingIndicator)
                .addAll(Adjustment.segments(adjustments))
                .segment("OI", null, null, benefitsAssignment, null, null, releaseOfInformation)
                .add(subscriber)
                .add(payer);
        amounts.forEach(amount -> builder.add(amount.amt()));
        return new Loop2320OtherSubscriber(builder.build());
    }

    /** CAS of the whole claim. */
    public List<Adjustment> adjustments() {
        return Adjustment.of(loop);
    }

    /** AMT*D: what this payer paid; null when it has not adjudicated. */
    public @Nullable BigDecimal paidAmount() {
        return amount("D");
    }

    private @Nullable BigDecimal amount(String qualifier) {
        var amt = loop.segment("AMT", qualifier);
        return amt == null ? null : amt.decimal(2);
    }
}
