package org.superbill.x12.professional;

import java.util.List;
import org.superbill.x12.Loop;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.NamedLoop;
import org.superbill.x12.part.Reference;

/** Who referred the patient (837P loop 2310A). */
public record Loop2310AReferringProvider(Loop loop) implements NamedLoop {
    /** @param entityCode NM101: DN referring, P3 primary care */
    public static Loop2310AReferringProvider of(String entityCode, EntityName name, Reference... references) {
        return new Loop2310AReferringProvider(
                NamedLoop.build(Guide.PROFESSIONAL_837, "2310A", entityCode, name, null, List.of(references)));
    }
}
