package org.superbill.x12.professional;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.Address;
import org.superbill.x12.part.Demographics;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.NamedLoop;
import org.superbill.x12.part.Reference;

/** The patient, when not the subscriber (837P loop 2010CA). */
public record Loop2010CAPatientName(Loop loop) implements NamedLoop {

    public static Loop2010CAPatientName of(
            EntityName name, @Nullable Address address, @Nullable Demographics demographics, Reference... references) {
        var builder = NamedLoop.builder(Guide.PROFESSIONAL_837, "2010CA", "QC", name, address, List.of(references));
        return new Loop2010CAPatientName(
                builder.add(demographics == null ? null : demographics.dmg()).build());
    }

    /** DMG; null when it is not given. */
    public @Nullable Demographics demographics() {
        return Demographics.of(loop);
    }
}
