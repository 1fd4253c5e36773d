package org.superbill.coding.codesystem;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.Problem;

/** What changes in a code system with a release, whether it is active yet or not. */
@ApplicationScoped
class CodeChanges {
    private final CodeReleases releases;
    private final CodeStore store;
    private final CodeChangeStore changes;
    private final CodeTables tables;

    CodeChanges(CodeReleases releases, CodeStore store, CodeChangeStore changes, CodeTables tables) {
        this.releases = releases;
        this.store = store;
        this.changes = changes;
        this.tables = tables;
    }

    /**
     * @param within the codes of interest; all codes when absent
     * @param kind one kind of change only, or null
     * @param after the code after which the page begins, stored form; null for the first page
     * @throws Problem {@code CODE_RELEASE_NOT_FOUND}
     */
    CodeChangesView of(
            CodeSystem system,
            String label,
            Optional<List<CodeRange>> within,
            CodeChange.@Nullable Kind kind,
            @Nullable String after,
            int limit) {
        var release = releases.get(system, label);
        var before = store.activeReleases().of(system).before(release);
        var question = new CodeChangeStore.Comparison(
                system, release.id(), before.map(CodeRelease::id).orElse(0L), within);
        var counts = changes.counts(question);
        var page = changes.page(question, kind, after == null ? "" : after, limit + 1);
        var items = page.subList(0, Math.min(limit, page.size()));
        return new CodeChangesView(
                system,
                label,
                release.effectiveFrom(),
                release.active(),
                before.map(CodeRelease::label).orElse(null),
                counts.getOrDefault(CodeChange.Kind.ADDED, 0),
                counts.getOrDefault(CodeChange.Kind.REVISED, 0),
                counts.getOrDefault(CodeChange.Kind.DELETED, 0),
                items.stream()
                        .map(item -> withReplacements(system, item, release))
                        .toList(),
                page.size() > limit
                        ? TextCursor.after(
                                system.normalize(items.get(items.size() - 1).code()))
                        : null);
    }

    private CodeChange withReplacements(CodeSystem system, CodeChange change, CodeRelease release) {
        if (change.change() != CodeChange.Kind.DELETED
                && Optional.ofNullable(change.after())
                        .map(CodeChange.Text::billable)
                        .orElse(false)) {
            return change;
        }
        var candidates = tables.replacementsOf(system, system.normalize(change.code()), code -> true).stream()
                .filter(replacement -> replacement.effectiveOn().equals(release.effectiveFrom()))
                .map(replacement -> system.display(replacement.replacedBy()))
                .distinct()
                .toList();
        return new CodeChange(change.change(), change.code(), change.before(), change.after(), candidates);
    }
}
