package org.superbill.x12.professional;

import java.util.List;
import org.superbill.x12.Loop;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.NamedLoop;
import org.superbill.x12.part.Reference;

/** The other payer's numbers of the billing provider (837P loop 2330G). */
public record Loop2330GBillingProvider(Loop loop) implements NamedLoop {
    public static Loop2330GBillingProvider of(EntityName name, Reference... references) {
        return new Loop2330GBillingProvider(
                NamedLoop.build(Guide.PROFESSIONAL_837, "2330G", "85", name, null, List.of(references)));
    }
}
