package org.superbill.coding.search;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codesystem.CodeRange;
import org.superbill.coding.codesystem.CodeSystem;

/**
 * Which codes are wanted at all.
 *
 * @param chapters see {@link Chapters}; empty for any
 * @param under ranges of which a code is in one; empty for any
 * @param specialty the same, of a specialty
 */
record Filters(
        LocalDate on,
        Set<String> chapters,
        @Nullable Boolean billable,
        @Nullable Laterality laterality,
        List<CodeRange> under,
        List<CodeRange> specialty) {
    Filters {
        chapters = Set.copyOf(chapters);
        under = List.copyOf(under);
        specialty = List.copyOf(specialty);
    }

    static Filters on(LocalDate day) {
        return new Filters(day, Set.of(), null, null, List.of(), List.of());
    }

    boolean accepts(Catalogue catalogue, int code, int span) {
        var traits = catalogue.traits(span);
        return (billable == null || billable == Traits.billable(traits))
                && (laterality == null || laterality == Traits.side(traits))
                && (chapters.isEmpty() || chapters.contains(catalogue.chapter(code)))
                && within(under, catalogue.system(), catalogue.code(code))
                && within(specialty, catalogue.system(), catalogue.code(code));
    }

    /**
     * Said of systems that have no codes in the specialty, of which nothing can be found.
     *
     * @param named by the caller: whoever searches all systems does not wait for taxonomy or claim status codes of a specialty
     */
    Optional<String> warning(Collection<CodeSystem> named) {
        var without = named.stream()
                .filter(system ->
                        !specialty.isEmpty() && specialty.stream().noneMatch(range -> range.system() == system))
                .map(CodeSystem::id)
                .sorted()
                .toList();
        return without.isEmpty()
                ? Optional.empty()
                : Optional.of("The specialty has no codes of %s: nothing of them is found"
                        .formatted(String.join(", ", without)));
    }

    private static boolean within(List<CodeRange> ranges, CodeSystem system, String code) {
        return ranges.isEmpty() || ranges.stream().anyMatch(range -> range.has(system, code));
    }
}
