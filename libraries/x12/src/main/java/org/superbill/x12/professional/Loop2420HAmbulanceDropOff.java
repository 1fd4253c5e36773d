package org.superbill.x12.professional;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.Address;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.NamedLoop;
import org.superbill.x12.part.Reference;

/** Where the ambulance brought the patient for this line (837P loop 2420H). */
public record Loop2420HAmbulanceDropOff(Loop loop) implements NamedLoop {
    public static Loop2420HAmbulanceDropOff of(EntityName name, @Nullable Address address, Reference... references) {
        return new Loop2420HAmbulanceDropOff(
                NamedLoop.build(Guide.PROFESSIONAL_837, "2420H", "45", name, address, List.of(references)));
    }
}
