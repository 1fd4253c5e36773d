package org.superbill.coding.codeindex;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the index.
 *
 * @param level 0 for a main term, else how deep it stands under one
 * @param title as printed, without its nonessential modifiers
 * @param modifiers the words in parentheses, which may or may not be in the record; empty for most
 * @param see another term to go to instead, or null
 * @param seeAlso another term to look at as well, or null
 * @param codes as printed, with the dot, a dash at the end of one that needs more characters; in a table with columns one of each, empty where there is none
 */
public record IndexTerm(
        int level,
        String title,
        String modifiers,
        @Nullable String see,
        @Nullable String seeAlso,
        List<String> codes) {
    public IndexTerm {
        codes = List.copyOf(codes);
    }

    boolean hasCode() {
        return codes.stream().anyMatch(code -> !code.isEmpty());
    }

    /** {@code M54.1-} becomes {@code M541}. */
    static String stored(String code) {
        return code.replace(".", "").replace("-", "").strip().toUpperCase(Locale.ROOT);
    }

    /** Whether a printed code needs more characters. */
    static boolean isOpen(String code) {
        return code.endsWith("-");
    }
}
