package org.superbill.x12.professional;

import java.util.List;
import org.superbill.x12.Loop;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.NamedLoop;
import org.superbill.x12.part.Reference;

/** The other payer's numbers of the service facility (837P loop 2330E). */
public record Loop2330EServiceFacility(Loop loop) implements NamedLoop {
    public static Loop2330EServiceFacility of(EntityName name, Reference... references) {
        return new Loop2330EServiceFacility(
                NamedLoop.build(Guide.PROFESSIONAL_837, "2330E", "77", name, null, List.of(references)));
    }
}
