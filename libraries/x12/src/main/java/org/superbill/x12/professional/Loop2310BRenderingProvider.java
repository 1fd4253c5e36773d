package org.superbill.x12.professional;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.NamedLoop;
import org.superbill.x12.part.Reference;

/** Who gave the service, when not the billing provider (837P loop 2310B). */
public record Loop2310BRenderingProvider(Loop loop) implements NamedLoop {

    /** @param taxonomyCode PRV03, ten characters */
    public static Loop2310BRenderingProvider of(
            EntityName name, @Nullable String taxonomyCode, Reference... references) {
        var builder = NamedLoop.builder(Guide.PROFESSIONAL_837, "2310B", "82", name, null, List.of(references));
        if (taxonomyCode != null) {
            builder.segment("PRV", "PE", "PXC", taxonomyCode);
        }
        return new Loop2310BRenderingProvider(builder.build());
    }
}
