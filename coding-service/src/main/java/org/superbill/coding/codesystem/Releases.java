package org.superbill.coding.codesystem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The active releases of one code system, oldest first, and which of them is in force on a day. */
public final class Releases {
    private static final Comparator<CodeRelease> OLDEST_FIRST = Comparator.comparing(CodeRelease::effectiveFrom)
            .thenComparing(release -> release.activatedAt() == null ? Instant.MAX : release.activatedAt())
            .thenComparing(CodeRelease::id);

    private final CodeSystem system;
    private final List<CodeRelease> releases;

    /** @param releases in any order; inactive ones are left out */
    public Releases(CodeSystem system, List<CodeRelease> releases) {
        this.system = system;
        this.releases = releases.stream()
                .filter(CodeRelease::active)
                .sorted(OLDEST_FIRST)
                .toList();
    }

    public CodeSystem system() {
        return system;
    }

    public List<CodeRelease> oldestFirst() {
        return releases;
    }

    /**
     * The newest release whose first day is not after {@code on}; of two with the same first day, the one activated last. A list that dates each of its codes answers
     * for the days before it too, so the oldest one then stands in.
     */
    public Optional<CodeRelease> inForce(LocalDate on) {
        return releases.stream()
                .filter(release -> !release.effectiveFrom().isAfter(on))
                .reduce((older, newer) -> newer)
                .or(() -> releases.stream().findFirst().filter(this::answersForThePast));
    }

    /** Whether the release is asked about days before its own first one. */
    boolean answersForThePast(CodeRelease release) {
        return system.dating() == CodeSystem.Dating.BY_CODE && releases.get(0).id() == release.id();
    }

    /**
     * Whose list says on a day whether a code may be used: the one in force, or, past the days for which that was made, its successor where it has dates of its own
     * for the code.
     *
     * @param rows the code's row in each release that has it, by release id
     */
    Optional<CodeRelease> answering(LocalDate on, Map<Long, CodeRow> rows) {
        var inForce = inForce(on);
        return inForce.flatMap(this::after)
                .filter(next -> !on.isBefore(answersFrom(next)))
                .filter(next -> inForce.stream()
                        .anyMatch(old -> speaksEarly(rows.get(next.id()), rows.get(old.id()), answersFrom(next))))
                .or(() -> inForce);
    }

    /** Whether a row speaks of days before its list's first one: it says since when the code is there, or the code was there before. */
    private static boolean speaksEarly(@Nullable CodeRow row, @Nullable CodeRow old, LocalDate first) {
        return row != null && (row.validFrom() != null || (old != null && old.covers(first)));
    }

    private Optional<CodeRelease> after(CodeRelease release) {
        return releases.stream().skip(releases.indexOf(release) + 1L).findFirst();
    }

    /**
     * The first day on which the dates that a release has for its codes count: its own first one, or, where each code is dated, the day after those for which the
     * release before it was made.
     */
    LocalDate answersFrom(CodeRelease release) {
        var position = releases.indexOf(release);
        if (system.dating() != CodeSystem.Dating.BY_CODE || position == 0) {
            return release.effectiveFrom();
        }
        var unknown = releases.get(position - 1).yearEnds().plusDays(1);
        return unknown.isBefore(release.effectiveFrom()) ? unknown : release.effectiveFrom();
    }

    /**
     * What a release, active or not, follows: the newest other active one that began no later.
     *
     * @return empty for the first one
     */
    Optional<CodeRelease> before(CodeRelease release) {
        return releases.stream()
                .filter(other -> other.id() != release.id())
                .filter(other -> other.effectiveFrom().isBefore(release.effectiveFrom())
                        || (other.effectiveFrom().equals(release.effectiveFrom()) && comesBefore(other, release)))
                .reduce((older, newer) -> newer);
    }

    private static boolean comesBefore(CodeRelease one, CodeRelease other) {
        return OLDEST_FIRST.compare(one, other) < 0;
    }

    /** The last day of a release: the day before its successor's first, or null while it has none. */
    public @Nullable LocalDate lastDay(CodeRelease release) {
        var next = releases.indexOf(release) + 1;
        return next < releases.size() ? releases.get(next).effectiveFrom().minusDays(1) : null;
    }

    /** What a reader of an answer for {@code on} has to know: nothing was in force, or what was in force is past its year. */
    public List<String> warnings(LocalDate on) {
        var warnings = new ArrayList<String>();
        inForce(on)
                .ifPresentOrElse(
                        release -> {
                            if (on.isAfter(release.yearEnds())) {
                                warnings.add(
                                        "Release %s of %s was made for days up to %s; it stays in force until its successor is loaded."
                                                .formatted(release.label(), system.id(), release.yearEnds()));
                            }
                        },
                        () -> warnings.add(
                                "No release of %s that was in force on %s is loaded.".formatted(system.id(), on)));
        return warnings;
    }
}
