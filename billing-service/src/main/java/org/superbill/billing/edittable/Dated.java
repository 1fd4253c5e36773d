package org.superbill.billing.edittable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The active releases of one table, each in force from its first day until the first day of the next one; the newest stays in force. */
final class Dated<T> {
    private final List<Release<T>> newestFirst;

    /** A release in memory. */
    record Release<T>(String label, LocalDate effectiveFrom, T content) {}

    Dated(List<Release<T>> releases) {
        var sorted = new ArrayList<>(releases);
        sorted.sort(Comparator.<Release<T>, LocalDate>comparing(Release::effectiveFrom)
                .reversed());
        newestFirst = List.copyOf(sorted);
    }

    @Nullable
    Release<T> on(LocalDate day) {
        for (var release : newestFirst) {
            if (!release.effectiveFrom().isAfter(day)) {
                return release;
            }
        }
        return null;
    }

    /** For tables whose rows have days of their own, also those of before the release. */
    @Nullable
    Release<T> newest() {
        return newestFirst.isEmpty() ? null : newestFirst.get(0);
    }
}
