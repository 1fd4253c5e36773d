package org.superbill.x12.professional;

import java.util.List;
import org.superbill.x12.Loop;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.NamedLoop;
import org.superbill.x12.part.Reference;

/** Who supervised this line's service (837P loop 2420D). */
public record Loop2420DSupervisingProvider(Loop loop) implements NamedLoop {
    public static Loop2420DSupervisingProvider of(EntityName name, Reference... references) {
        return new Loop2420DSupervisingProvider(
                NamedLoop.build(Guide.PROFESSIONAL_837, "2420D", "DQ", name, null, List.of(references)));
    }
}
