package org.superbill.x12.professional;

import java.util.List;
import org.superbill.x12.Loop;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.NamedLoop;
import org.superbill.x12.part.Reference;

/** Who receives the transaction set (837P loop 1000B). */
public record Loop1000BReceiver(Loop loop) implements NamedLoop {
    public static Loop1000BReceiver of(EntityName name, Reference... references) {
        return new Loop1000BReceiver(
                NamedLoop.build(Guide.PROFESSIONAL_837, "1000B", "40", name, null, List.of(references)));
    }
}
