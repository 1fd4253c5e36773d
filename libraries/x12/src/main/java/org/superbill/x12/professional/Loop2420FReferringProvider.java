package org.superbill.x12.professional;

import java.util.List;
import org.superbill.x12.Loop;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.NamedLoop;
import org.superbill.x12.part.Reference;

/** Who referred the patient for this line's service (837P loop 2420F). */
public record Loop2420FReferringProvider(Loop loop) implements NamedLoop {
    /** @param entityCode NM101: DN referring, P3 primary care */
    public static Loop2420FReferringProvider of(String entityCode, EntityName name, Reference... references) {
        return new Loop2420FReferringProvider(
                NamedLoop.build(Guide.PROFESSIONAL_837, "2420F", entityCode, name, null, List.of(references)));
    }
}
