package org.superbill.x12.professional;

import java.util.List;
import org.superbill.x12.Loop;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.NamedLoop;
import org.superbill.x12.part.Reference;

/** From whom the service was purchased (837P loop 2420B). */
public record Loop2420BPurchasedService(Loop loop) implements NamedLoop {
    public static Loop2420BPurchasedService of(EntityName name, Reference... references) {
        return new Loop2420BPurchasedService(
                NamedLoop.build(Guide.PROFESSIONAL_837, "2420B", "QB", name, null, List.of(references)));
    }
}
