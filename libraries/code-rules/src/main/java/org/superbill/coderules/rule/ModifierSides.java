package org.superbill.coderules.rule;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.Side;

/** The side that an anatomic modifier names. Source: HCPCS Level II, modifiers. */
final class ModifierSides {
    private static final Set<String> LEFT =
            Set.of("LT", "E1", "E2", "FA", "F1", "F2", "F3", "F4", "TA", "T1", "T2", "T3", "T4");
    private static final Set<String> RIGHT =
            Set.of("RT", "E3", "E4", "F5", "F6", "F7", "F8", "F9", "T5", "T6", "T7", "T8", "T9");

    private ModifierSides() {}

    /** Right or left; null for every other modifier. */
    static @Nullable Side of(String modifier) {
        if (LEFT.contains(modifier)) {
            return Side.LEFT;
        }
        return RIGHT.contains(modifier) ? Side.RIGHT : null;
    }
}
