package org.superbill.x12.professional;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.Address;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.NamedLoop;
import org.superbill.x12.part.Reference;

/** The billing provider's name, address, NPI and tax id (REF*EI or SY) (837P loop 2010AA). */
public record Loop2010AABillingProviderName(Loop loop) implements NamedLoop {
    public static Loop2010AABillingProviderName of(
            EntityName name, @Nullable Address address, Reference... references) {
        return new Loop2010AABillingProviderName(
                NamedLoop.build(Guide.PROFESSIONAL_837, "2010AA", "85", name, address, List.of(references)));
    }
}
