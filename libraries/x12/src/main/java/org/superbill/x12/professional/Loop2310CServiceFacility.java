package org.superbill.x12.professional;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.Address;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.NamedLoop;
import org.superbill.x12.part.Reference;

/** Where the service was given, when not at the billing provider's address (837P loop 2310C). */
public record Loop2310CServiceFacility(Loop loop) implements NamedLoop {
    public static Loop2310CServiceFacility of(EntityName name, @Nullable Address address, Reference... references) {
        return new Loop2310CServiceFacility(
                NamedLoop.build(Guide.PROFESSIONAL_837, "2310C", "77", name, address, List.of(references)));
    }
}
