package org.superbill.coderules;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list of codes as published.
 *
 * @param source who published it and which edition, e.g. {@code Medicare Code Editor 41.1}
 * @param effectiveFrom the first day that it judges
 * @param ages of a list by age those that it allows; null for the other lists
 * @param codes stored form
 */
public record CodeList(
        CodeListKind kind,
        String source,
        LocalDate effectiveFrom,
        @Nullable Ages ages,
        Set<String> codes) {
    public CodeList {
        codes = Set.copyOf(codes);
    }

    /** Completed years, both included. */
    public record Ages(int first, int last) {
        public boolean allow(int years) {
            return years >= first && years <= last;
        }

        @Override
        public String toString() {
            return first == last ? Integer.toString(first) : first + " to " + last;
        }
    }
}
