package org.superbill.x12.professional;

import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopBuilder;
import org.superbill.x12.guide.Guide;

/** The level of one billing provider (837P loop 2000A). */
public record Loop2000ABillingProvider(Loop loop) implements Loop2000A {

    /**
     * @param taxonomyCode PRV03, ten characters
     * @param payTo where payments go when not to the billing provider's address
     */
    public static Loop2000ABillingProvider of(
            @Nullable String taxonomyCode, Loop2010AABillingProviderName name, @Nullable Loop2010ABPayToAddress payTo) {
        var builder = new LoopBuilder(Guide.PROFESSIONAL_837.loop("2000A"))
                .segment("HL", null, null, "20", "1")
                .add(name)
                .add(payTo);
        if (taxonomyCode != null) {
            builder.segment("PRV", "BI", "PXC", taxonomyCode);
        }
        return new Loop2000ABillingProvider(builder.build());
    }

    /** PRV03. */
    public @Nullable String taxonomyCode() {
        var prv = loop.segment("PRV");
        return prv == null ? null : prv.value(3);
    }
}
