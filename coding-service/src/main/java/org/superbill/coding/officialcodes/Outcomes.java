package org.superbill.coding.officialcodes;

import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codefile.FileOutcome;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.ReleaseLoads;

/** Tells what became of the releases that a file makes. */
final class Outcomes {
    private Outcomes() {}

    /** @param outcomes at least one, all of one label and first day */
    static FileOutcome of(String kind, int rows, List<ReleaseLoads.Outcome> outcomes, @Nullable String note) {
        var releases = outcomes.stream().map(Outcomes::release).toList();
        var first = releases.get(0);
        return new FileOutcome(
                kind,
                first.release(),
                first.effectiveFrom(),
                rows,
                sum(releases, FileOutcome.LoadedRelease::added),
                sum(releases, FileOutcome.LoadedRelease::revised),
                sum(releases, FileOutcome.LoadedRelease::deleted),
                releases.stream().anyMatch(FileOutcome.LoadedRelease::changed),
                releases,
                note);
    }

    private static FileOutcome.LoadedRelease release(ReleaseLoads.Outcome outcome) {
        var candidate = outcome.candidate();
        var system = candidate.system();
        var diff = outcome.diff();
        return new FileOutcome.LoadedRelease(
                system.id(),
                candidate.label(),
                candidate.effectiveFrom(),
                candidate.rows().size(),
                outcome.comparedWith(),
                diff.added().size(),
                diff.revised().size(),
                diff.deleted().size(),
                outcome.isNew(),
                outcome.active(),
                new FileOutcome.Changes(
                        written(system, diff.added()),
                        written(system, diff.revised()),
                        written(system, diff.deleted())));
    }

    private static List<String> written(CodeSystem system, List<String> codes) {
        return codes.stream()
                .limit(FileOutcome.Changes.MOST)
                .map(system::display)
                .toList();
    }

    private static int sum(List<FileOutcome.LoadedRelease> releases, ToIntFunction<FileOutcome.LoadedRelease> count) {
        return releases.stream().mapToInt(count).sum();
    }
}
