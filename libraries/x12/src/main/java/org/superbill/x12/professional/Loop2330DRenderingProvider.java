package org.superbill.x12.professional;

import java.util.List;
import org.superbill.x12.Loop;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.NamedLoop;
import org.superbill.x12.part.Reference;

/** The other payer's numbers of the rendering provider (837P loop 2330D). */
public record Loop2330DRenderingProvider(Loop loop) implements NamedLoop {
    public static Loop2330DRenderingProvider of(EntityName name, Reference... references) {
        return new Loop2330DRenderingProvider(
                NamedLoop.build(Guide.PROFESSIONAL_837, "2330D", "82", name, null, List.of(references)));
    }
}
