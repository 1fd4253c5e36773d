package org.superbill.coderules;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The side of a code and its siblings, which differ from it by nothing but the side.
 *
 * @param group the same object for all siblings
 */
public record Laterality(Side side, Group group) {

    /**
     * Codes that differ by the side alone.
     *
     * @param codes stored form; always has right and left
     */
    public record Group(Map<Side, String> codes) {
        public Group {
            codes = Map.copyOf(codes);
        }
    }

    /** The sibling of the other side, or null. */
    public @Nullable String sibling(Side other) {
        return group.codes().get(other);
    }
}
