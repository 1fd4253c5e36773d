package org.superbill.x12.professional;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.Address;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.NamedLoop;
import org.superbill.x12.part.Reference;

/** Another payer's name (837P loop 2330B). */
public record Loop2330BOtherPayer(Loop loop) implements NamedLoop {
    public static Loop2330BOtherPayer of(EntityName name, @Nullable Address address, Reference... references) {
        return new Loop2330BOtherPayer(
                NamedLoop.build(Guide.PROFESSIONAL_837, "2330B", "PR", name, address, List.of(references)));
    }
}
