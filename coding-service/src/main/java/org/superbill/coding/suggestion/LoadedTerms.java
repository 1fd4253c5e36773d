package org.superbill.coding.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.cac.OfficialTerms;
import org.superbill.coding.cac.OfficialTerms.Part;
import org.superbill.coding.codefact.TabularLists;
import org.superbill.coding.codeindex.CodeIndexRelease;
import org.superbill.coding.codeindex.CodeIndexTable;
import org.superbill.coding.codeindex.IndexNames;
import org.superbill.coding.codesystem.CodeRelease;

/** The Tabular List and the parts of the index by which an engine reads: the newest of its release's year or before that were loaded, else those that ship. */
@ApplicationScoped
class LoadedTerms {
    private final TabularLists lists;
    private final IndexNames indexes;

    LoadedTerms(TabularLists lists, IndexNames indexes) {
        this.lists = lists;
        this.indexes = indexes;
    }

    /** What of a release is not what ships. */
    record Found(Optional<TabularLists.Loaded> list, List<CodeIndexRelease> indexes) {
        /** Changes when the terms do. */
        String version() {
            return Stream.concat(
                            list.map(TabularLists.Loaded::sha256).stream(),
                            indexes.stream().map(CodeIndexRelease::sha256))
                    .collect(Collectors.joining(" "));
        }
    }

    Found of(CodeRelease release) {
        return new Found(
                lists.of(release),
                indexes.loadedBefore(release.effectiveFrom().plusYears(1)).stream()
                        .filter(index -> part(index.table()) != null)
                        .toList());
    }

    OfficialTerms read(Found found) {
        var terms = OfficialTerms.shipped();
        for (var index : found.indexes()) {
            var part = part(index.table());
            terms = part == null ? terms : terms.with(part, indexes.rows(index));
        }
        if (found.list().isPresent()) {
            terms = terms.withTabularList(lists.list(found.list().get()));
        }
        return terms;
    }

    /** Null for what notes are not read by: causes of injuries have terms of our own. */
    private static @Nullable Part part(CodeIndexTable table) {
        return switch (table) {
            case ALPHABETIC -> Part.INDEX;
            case NEOPLASMS -> Part.NEOPLASMS;
            case DRUGS -> Part.DRUGS;
            case EXTERNAL_CAUSES -> null;
        };
    }
}
