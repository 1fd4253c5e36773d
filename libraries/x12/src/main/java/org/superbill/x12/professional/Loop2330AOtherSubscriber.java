package org.superbill.x12.professional;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.Address;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.NamedLoop;
import org.superbill.x12.part.Reference;

/** Who is insured with another payer (837P loop 2330A). */
public record Loop2330AOtherSubscriber(Loop loop) implements NamedLoop {
    public static Loop2330AOtherSubscriber of(EntityName name, @Nullable Address address, Reference... references) {
        return new Loop2330AOtherSubscriber(
                NamedLoop.build(Guide.PROFESSIONAL_837, "2330A", "IL", name, address, List.of(references)));
    }
}
