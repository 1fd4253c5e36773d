package org.superbill.coding.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.superbill.coding.codeindex.ShippedNames;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.ShippedSpans;

/** The index of all that ships, made without a database. */
final class ShippedSearch implements AutoCloseable {
    static final LocalDate MARCH_2026 = LocalDate.of(2026, 3, 2);

    /** As {@link CodeNames} has them. */
    static final Names NAMES = new Names() {
        @Override
        public void each(CodeSystem system, Consumer<Name> consumer) {
            if (system == CodeSystem.ICD_10_CM) {
                InclusionTerms.each((code, term) -> consumer.accept(new Name(NameKind.INCLUSION_TERM, code, term, "")));
                ShippedNames.each(name -> consumer.accept(CodeNames.of(name)));
            }
        }

        @Override
        public String version(CodeSystem system) {
            return system == CodeSystem.ICD_10_CM ? "as shipped" : "";
        }
    };

    private final SearchIndexes indexes;
    private final List<CodeSystem> systems = new ArrayList<>();
    private final CodeSearch search;

    ShippedSearch(Path folder) throws IOException {
        var vocabulary = new Vocabulary();
        indexes = new SearchIndexes(folder, vocabulary, NAMES);
        for (var system : CodeSystem.values()) {
            var releases = ShippedSpans.releases(system);
            if (!releases.oldestFirst().isEmpty()) {
                indexes.refresh(releases, ShippedSpans::each);
                indexes.refreshNames(releases, ShippedSpans::each);
                systems.add(system);
            }
        }
        indexes.refreshDictionary();
        search = new CodeSearch(indexes, vocabulary);
    }

    /** Those that have a shipped release. */
    List<CodeSystem> systems() {
        return systems;
    }

    CodeSearch search() {
        return search;
    }

    CodeSearch.Found find(String text, List<CodeSystem> in, LocalDate on, int limit) {
        return search.find(new CodeSearch.Wanted(text, in, Filters.on(on), limit, Map.of()));
    }

    @Override
    public void close() throws IOException {
        indexes.close();
    }
}
