package org.superbill.x12.professional;

import org.superbill.x12.Loop;
import org.superbill.x12.LoopBuilder;
import org.superbill.x12.guide.Guide;

/** The level of one patient who is not the subscriber (837P loop 2000C). */
public record Loop2000CPatient(Loop loop) implements Loop2000C {

    /** @param relationship PAT01: 01 spouse, 19 child, 20 employee, 21 unknown, 53 life partner, G8 other */
    public static Loop2000CPatient of(String relationship, Loop2010CAPatientName name) {
        return new Loop2000CPatient(new LoopBuilder(Guide.PROFESSIONAL_837.loop("2000C"))
                .segment("HL", null, null, "23", "0")
                .segment("PAT", relationship)
                .add(name)
                .build());
    }
}
