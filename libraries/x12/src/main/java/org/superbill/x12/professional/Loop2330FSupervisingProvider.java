package org.superbill.x12.professional;

import java.util.List;
import org.superbill.x12.Loop;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.NamedLoop;
import org.superbill.x12.part.Reference;

/** The other payer's numbers of the supervising provider (837P loop 2330F). */
public record Loop2330FSupervisingProvider(Loop loop) implements NamedLoop {
    public static Loop2330FSupervisingProvider of(EntityName name, Reference... references) {
        return new Loop2330FSupervisingProvider(
                NamedLoop.build(Guide.PROFESSIONAL_837, "2330F", "DQ", name, null, List.of(references)));
    }
}
