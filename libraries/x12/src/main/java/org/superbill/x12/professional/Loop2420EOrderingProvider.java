package org.superbill.x12.professional;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.Address;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.NamedLoop;
import org.superbill.x12.part.Reference;

/** Who ordered this line's service (837P loop 2420E). */
public record Loop2420EOrderingProvider(Loop loop) implements NamedLoop {
    public static Loop2420EOrderingProvider of(EntityName name, @Nullable Address address, Reference... references) {
        return new Loop2420EOrderingProvider(
                NamedLoop.build(Guide.PROFESSIONAL_837, "2420E", "DK", name, address, List.of(references)));
    }
}
