package org.superbill.x12.professional;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.Address;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.NamedLoop;
import org.superbill.x12.part.Reference;

/** Where this line's service was given (837P loop 2420C). */
public record Loop2420CServiceFacility(Loop loop) implements NamedLoop {
    public static Loop2420CServiceFacility of(EntityName name, @Nullable Address address, Reference... references) {
        return new Loop2420CServiceFacility(
                NamedLoop.build(Guide.PROFESSIONAL_837, "2420C", "77", name, address, List.of(references)));
    }
}
