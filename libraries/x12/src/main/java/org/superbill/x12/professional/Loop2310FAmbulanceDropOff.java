package org.superbill.x12.professional;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.Address;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.NamedLoop;
import org.superbill.x12.part.Reference;

/** Where the ambulance brought the patient (837P loop 2310F). */
public record Loop2310FAmbulanceDropOff(Loop loop) implements NamedLoop {
    public static Loop2310FAmbulanceDropOff of(EntityName name, @Nullable Address address, Reference... references) {
        return new Loop2310FAmbulanceDropOff(
                NamedLoop.build(Guide.PROFESSIONAL_837, "2310F", "45", name, address, List.of(references)));
    }
}
