package org.superbill.x12.professional;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.Address;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.NamedLoop;
import org.superbill.x12.part.Reference;

/** The payer the claim goes to (837P loop 2010BB). */
public record Loop2010BBPayerName(Loop loop) implements NamedLoop {
    public static Loop2010BBPayerName of(EntityName name, @Nullable Address address, Reference... references) {
        return new Loop2010BBPayerName(
                NamedLoop.build(Guide.PROFESSIONAL_837, "2010BB", "PR", name, address, List.of(references)));
    }
}
