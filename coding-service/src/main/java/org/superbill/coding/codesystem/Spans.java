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
        var from = releases.answersForThePast(release)
                ? latest(SINCE_EVER, row.validFrom())
                : latest(release.effectiveFrom(), row.validFrom());
        var to = earliest(releases.lastDay(release), row.validTo());
        if (to != null && to.isBefore(from)) {
            return; // superseded before it began, or ended before this release
        }
        var span = new CodeSpan(
                release.system(), row.code(), row.billable(), row.display(), row.longDescription(), from, to);
        var before = open;
        if (before != null && continues(before, span)) {
            open = new CodeSpan(
                    span.system(),
                    span.code(),
                    span.billable(),
                    span.display(),
                    span.longDescription(),
                    before.from(),
                    to);
        } else {
            finish();
            open = span;
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
