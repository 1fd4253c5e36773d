package org.superbill.coding.codesystem;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The as-of rule: on a day the newest release that has begun is in force, and a code may be used when that release has it and the code's own dates cover the day.
 * Past the days for which a list that dates its codes was made, the dates of its successor answer, as far as that has any for the code.
 * Source: ICD-10-CM Official Guidelines ("effective with discharges/encounters from October 1"); HCPCS Level II, code added and termination dates.
 */
final class AsOf {
    private AsOf() {}

    /** @param rows the code's row in each active release that has it, by release id */
    static CodeStatus judge(Codes.Question question, Releases releases, Map<Long, CodeRow> rows) {
        var inForce = releases.inForce(question.on());
        var answering = releases.answering(question.on(), rows);
        var current = answering.map(release -> rows.get(release.id()));
        var shown = current.or(() -> newest(releases, rows));
        return new CodeStatus(
                question.system(),
                question.code(),
                question.on(),
                validity(question.on(), current, rows),
                shown.map(CodeRow::billable).orElse(false),
                answering.map(CodeRelease::label).orElse(null),
                shown.map(CodeRow::display).orElse(""),
                shown.map(CodeRow::longDescription).orElse(""),
                shown.map(CodeRow::parent).orElse(null),
                firstDay(releases, rows),
                lastDay(releases, rows),
                answering.equals(inForce) ? releases.warnings(question.on()) : List.of());
    }

    private static CodeStatus.Validity validity(LocalDate on, Optional<CodeRow> current, Map<Long, CodeRow> rows) {
        if (rows.isEmpty()) {
            return CodeStatus.Validity.UNKNOWN;
        }
        return current.filter(row -> row.covers(on)).isPresent()
                ? CodeStatus.Validity.VALID
                : CodeStatus.Validity.NOT_ON_THIS_DATE;
    }

    private static Optional<CodeRow> newest(Releases releases, Map<Long, CodeRow> rows) {
        return holding(releases, rows).reduce((older, newer) -> newer).map(release -> rows.get(release.id()));
    }

    /** The first day on which an active release has the code. */
    private static @Nullable LocalDate firstDay(Releases releases, Map<Long, CodeRow> rows) {
        return holding(releases, rows)
                .findFirst()
                .map(release -> firstDay(releases, release, rows.get(release.id())))
                .orElse(null);
    }

    /** @return null for a code of a list that dates its codes and says nothing of this one: nobody knows since when */
    private static @Nullable LocalDate firstDay(Releases releases, CodeRelease release, @Nullable CodeRow row) {
        var own = row == null ? null : row.validFrom();
        if (releases.answersForThePast(release)) {
            return own;
        }
        if (own == null) {
            return release.effectiveFrom();
        }
        var first = releases.answersFrom(release);
        return own.isBefore(first) ? first : own;
    }

    /** The last day on which an active release has the code; null when it has none. */
    private static @Nullable LocalDate lastDay(Releases releases, Map<Long, CodeRow> rows) {
        var last = holding(releases, rows).reduce((older, newer) -> newer).orElse(null);
        if (last == null) {
            return null;
        }
        var row = rows.get(last.id());
        return Stream.of(
                        Optional.ofNullable(releases.lastDay(last)),
                        Optional.ofNullable(row == null ? null : row.validTo()))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Stream<CodeRelease> holding(Releases releases, Map<Long, CodeRow> rows) {
        return releases.oldestFirst().stream().filter(release -> rows.containsKey(release.id()));
    }
}
