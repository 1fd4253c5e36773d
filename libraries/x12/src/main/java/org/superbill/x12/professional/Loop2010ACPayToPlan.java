package org.superbill.x12.professional;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.Address;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.NamedLoop;
import org.superbill.x12.part.Reference;

/** The plan that is paid instead of the provider (837P loop 2010AC). */
public record Loop2010ACPayToPlan(Loop loop) implements NamedLoop {
    public static Loop2010ACPayToPlan of(EntityName name, @Nullable Address address, Reference... references) {
        return new Loop2010ACPayToPlan(
                NamedLoop.build(Guide.PROFESSIONAL_837, "2010AC", "PE", name, address, List.of(references)));
    }
}
