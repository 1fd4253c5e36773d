package org.superbill.x12.professional;

import java.util.List;
import org.superbill.x12.Loop;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.NamedLoop;
import org.superbill.x12.part.Reference;

/** Who supervised the service (837P loop 2310D). */
public record Loop2310DSupervisingProvider(Loop loop) implements NamedLoop {
    public static Loop2310DSupervisingProvider of(EntityName name, Reference... references) {
        return new Loop2310DSupervisingProvider(
                NamedLoop.build(Guide.PROFESSIONAL_837, "2310D", "DQ", name, null, List.of(references)));
    }
}
