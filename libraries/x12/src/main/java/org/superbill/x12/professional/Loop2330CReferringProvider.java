package org.superbill.x12.professional;

import java.util.List;
import org.superbill.x12.Loop;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.NamedLoop;
import org.superbill.x12.part.Reference;

/** The other payer's numbers of who referred the patient (837P loop 2330C). */
public record Loop2330CReferringProvider(Loop loop) implements NamedLoop {
    /** @param entityCode NM101: DN referring, P3 primary care */
    public static Loop2330CReferringProvider of(String entityCode, EntityName name, Reference... references) {
        return new Loop2330CReferringProvider(
                NamedLoop.build(Guide.PROFESSIONAL_837, "2330C", entityCode, name, null, List.of(references)));
    }
}
