package org.superbill.coding.codesystem;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the rows of releases, code by code and oldest first, into spans: what two successive releases say alike is one span. */
final class Spans {
    /** For a code of a list that says its first day of some codes and not of this one. */
    private static final LocalDate SINCE_EVER = LocalDate.of(1900, 1, 1);

    private final Releases releases;
    private final Map<Long, CodeRelease> byId;
    private final Consumer<CodeSpan> consumer;
    private @Nullable CodeSpan open;

    Spans(Releases releases, Consumer<CodeSpan> consumer) {
        this.releases = releases;
        this.consumer = consumer;
        this.byId = releases.oldestFirst().stream().collect(Collectors.toMap(CodeRelease::id, Function.identity()));
    }

    void add(CodeStore.ReleasedCode released) {
        var release = byId.get(released.releaseId());
        if (release == null) {
            throw new IllegalArgumentException("A row of a release that is not among those of the span");
        }
        var row = released.row();
        var from = firstDay(release, row);
        var to = earliest(releases.lastDay(release), row.validTo());
        if (to != null && to.isBefore(from)) {
            return; // superseded before it began, or ended before this release
        }
        var span = new CodeSpan(
                release.system(), row.code(), row.billable(), row.display(), row.longDescription(), from, to);
        var before = open;
        if (before != null && continues(before, span)) {
            open = before.until(to);
        } else {
            finish();
            open = span;
        }
    }

    /** The first day of which the row says that the code is valid; what an older list says of the days of which this one speaks gives way. */
    private LocalDate firstDay(CodeRelease release, CodeRow row) {
        if (releases.answersForThePast(release)) {
            return latest(SINCE_EVER, row.validFrom());
        }
        var first = releases.answersFrom(release);
        if (row.validFrom() == null && !isOpen(row.code(), first)) {
            return release.effectiveFrom();
        }
        endBefore(row.code(), first);
        return latest(first, row.validFrom());
    }

    private boolean isOpen(String code, LocalDate day) {
        return open != null && open.code().equals(code) && !open.from().isAfter(day) && !open.isOver(day);
    }

    private void endBefore(String code, LocalDate day) {
        var before = open;
        if (before != null && before.code().equals(code) && !before.isOver(day)) {
            open = before.from().isBefore(day) ? before.until(day.minusDays(1)) : null;
        }
    }

    void finish() {
        if (open != null) {
            consumer.accept(open);
        }
        open = null;
    }

    private static boolean continues(CodeSpan before, CodeSpan next) {
        return before.code().equals(next.code())
                && before.billable() == next.billable()
                && before.display().equals(next.display())
                && before.longDescription().equals(next.longDescription())
                && before.to() != null
                && before.to().plusDays(1).equals(next.from());
    }

    private static LocalDate latest(LocalDate a, @Nullable LocalDate b) {
        return b != null && b.isAfter(a) ? b : a;
    }

    private static @Nullable LocalDate earliest(@Nullable LocalDate a, @Nullable LocalDate b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? a : b;
    }
}
