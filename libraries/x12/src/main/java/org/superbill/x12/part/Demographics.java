package org.superbill.x12.part;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.Segment;

/**
 * A person's birth date and sex (DMG).
 *
 * @param sex DMG03: F, M, U
 */
public record Demographics(LocalDate birthDate, String sex) {

    /** Null when the loop has no DMG. */
    public static @Nullable Demographics of(Loop loop) {
        var dmg = loop.segment("DMG");
        return dmg == null ? null : new Demographics(dmg.date(dmg.element(2), 2), dmg.element(3));
    }

    public Segment dmg() {
        return Segment.of("DMG", "D8", Segment.format(birthDate), sex);
    }

    /** Without the patient's data. */
    @Override
    public String toString() {
        return "Demographics[]";
    }
}
