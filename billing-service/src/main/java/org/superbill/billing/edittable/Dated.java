package org.superbill.billing.edittable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The active releases of one table, each in force from its first day until the first day of the next one; the newest stays in force. */
public final class Dated<T> {
    private final List<Release<T>> newestFirst;
    private final boolean oldestAnswersBefore;

    /** A release in memory. */
    public record Release<T>(String label, LocalDate effectiveFrom, T content) {}

    Dated(List<Release<T>> releases) {
        this(releases, false);
    }

    private Dated(List<Release<T>> releases, boolean oldestAnswersBefore) {
        var sorted = new ArrayList<>(releases);
        sorted.sort(Comparator.<Release<T>, LocalDate>comparing(Release::effectiveFrom)
                .reversed());
        this.newestFirst = List.copyOf(sorted);
        this.oldestAnswersBefore = oldestAnswersBefore;
    }

    /**
     * Of a table whose rows say until when they hold, so that a release answers for days before it, too: the newest answers for all days where they also say from
     * when; where they do not, each from its first day on, else a release that is loaded early would judge early.
     */
    static <T> Dated<T> ofRowsWithDays(List<Release<T>> releases, Predicate<T> begin) {
        var all = new Dated<>(releases, true);
        return all.newestFirst.isEmpty() || !begin.test(all.newestFirst.get(0).content())
                ? all
                : new Dated<>(all.newestFirst.subList(0, 1), true);
    }

    @Nullable
    Release<T> on(LocalDate day) {
        for (var release : newestFirst) {
            if (!release.effectiveFrom().isAfter(day)) {
                return release;
            }
        }
        return oldestAnswersBefore && !newestFirst.isEmpty() ? newestFirst.get(newestFirst.size() - 1) : null;
    }

    /** Newest first. */
    List<Release<T>> all() {
        return newestFirst;
    }
}
