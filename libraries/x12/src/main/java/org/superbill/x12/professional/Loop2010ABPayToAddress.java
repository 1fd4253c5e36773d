package org.superbill.x12.professional;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.Address;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.NamedLoop;
import org.superbill.x12.part.Reference;

/** Where the billing provider wants payments sent (837P loop 2010AB). */
public record Loop2010ABPayToAddress(Loop loop) implements NamedLoop {
    public static Loop2010ABPayToAddress of(EntityName name, @Nullable Address address, Reference... references) {
        return new Loop2010ABPayToAddress(
                NamedLoop.build(Guide.PROFESSIONAL_837, "2010AB", "87", name, address, List.of(references)));
    }
}
