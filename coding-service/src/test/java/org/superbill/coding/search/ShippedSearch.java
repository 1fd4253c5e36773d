package org.superbill.coding.search;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
                InclusionTerms.shipped()
                        .forEach(row -> InclusionTerms.of(row)
                                .ifPresent(
                                        term -> consumer.accept(new Name(NameKind.INCLUSION_TERM, row[0], term, ""))));
                ShippedNames.each(name -> consumer.accept(CodeNames.of(name)));
            }
        }

        @Override
        public String version(CodeSystem system) {
            return system == CodeSystem.ICD_10_CM ? "as shipped" : "";
        }
    };

    private final Path folder;
    private final SearchIndexes indexes;
    private final List<CodeSystem> systems = new ArrayList<>();
    private final CodeSearch search;

    /** Of all the tests of a JVM: to make it takes half a minute, and asking changes nothing. Its folder goes with the JVM. */
    private static final class Shared {
        static final ShippedSearch SEARCH = made();

        private static ShippedSearch made() {
            try {
                var folder = Files.createTempDirectory("superbill-shipped-search");
                var search = new ShippedSearch(folder);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> gone(search, folder)));
                return search;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void gone(ShippedSearch search, Path folder) {
            try (search;
                    var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static ShippedSearch shared() {
        return Shared.SEARCH;
    }

    ShippedSearch(Path folder) throws IOException {
        this.folder = folder;
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

    /** Where its indexes lie. */
    Path folder() {
        return folder;
    }

    /** Those that have a shipped release. */
    List<CodeSystem> systems() {
        return systems;
    }

    CodeSearch search() {
        return search;
    }

    CodeSearch.Found find(String text, List<CodeSystem> in, LocalDate on, int limit) {
        return search.find(new CodeSearch.Wanted(text, in, List.of(), Filters.on(on), limit, Map.of()));
    }

    @Override
    public void close() throws IOException {
        indexes.close();
    }
}
