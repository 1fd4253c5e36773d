package org.superbill.coding.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codesystem.CodeSystem;

/** Searches the indexes; knows no HTTP and no database. */
final class CodeSearch {
    private static final Set<CodeSystem> MODIFIERS = EnumSet.of(CodeSystem.HCPCS_MODIFIER, CodeSystem.CPT_MODIFIER);
    private static final float EXACT = 1_000;
    private static final float BEGINS_SO = 500;

    private final SearchIndexes indexes;
    private final Vocabulary vocabulary;

    CodeSearch(SearchIndexes indexes, Vocabulary vocabulary) {
        this.indexes = indexes;
        this.vocabulary = vocabulary;
    }

    /**
     * What to find.
     *
     * @param named those of the systems that the caller asks for by name
     * @param learned how often the caller's organization has finalized which codes, in stored form
     */
    record Wanted(
            String text,
            Collection<CodeSystem> systems,
            Collection<CodeSystem> named,
            Filters filters,
            int limit,
            Map<CodeSystem, Map<String, Integer>> learned) {}

    /**
     * What was found.
     *
     * @param hits best first; those that are not valid on the day come only when their very number was asked for
     * @param facets of all that was found, not only of the hits
     * @param matched stems that the hits may match, for highlighting
     * @param corrected what may have been meant
     * @param warnings about the releases that hits come from, or that were asked for by name
     */
    record Found(
            List<Hit> hits,
            Facets facets,
            Set<String> matched,
            @Nullable String corrected,
            List<SystemIndex> searched,
            List<String> warnings) {}

    Found find(Wanted wanted) {
        var searched = indexes.acquire(wanted.systems());
        try {
            return find(
                    wanted,
                    searched.stream()
                            .filter(index -> index.catalogue().size() > 0)
                            .toList(),
                    searched);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            SearchIndexes.release(searched);
        }
    }

    private Found find(Wanted wanted, List<SystemIndex> filled, List<SystemIndex> searched) throws IOException {
        var numbers = new NumberSearch(filled, wanted.filters(), vocabulary);
        var scores = new CodeScores(filled, wanted.filters());
        var byNumber = numbers.find(wanted.text(), scores);
        var asked = new WordSearch(
                        filled,
                        scores,
                        () -> new QueryWriting(vocabulary, indexes.dictionary(), code -> known(filled, code)))
                .find(wanted.text(), byNumber);
        var hits = new ArrayList<>(numbers.notOnTheDay(wanted.text()));
        hits.addAll(new HitReading(filled, wanted.filters()).read(best(filled, wanted, asked, scores, byNumber)));
        var shown = hits.stream().limit(wanted.limit()).toList();
        return new Found(
                shown,
                Facets.of(scores.all(), wanted.filters()),
                asked.stems(),
                byNumber ? null : asked.corrected(),
                searched,
                searched.stream()
                        .filter(index -> isOf(index.catalogue().system(), shown, wanted))
                        .flatMap(index ->
                                index.releases().warnings(wanted.filters().on()).stream())
                        .toList());
    }

    private static boolean isOf(CodeSystem system, List<Hit> shown, Wanted wanted) {
        return wanted.named().contains(system) || shown.stream().anyMatch(hit -> hit.system() == system);
    }

    private static boolean known(List<SystemIndex> filled, String code) {
        return filled.stream().anyMatch(index -> index.catalogue().beginningWith(code).length > 0);
    }

    /** A code in one of the indexes, and how good a hit it is. */
    record Ranked(CodeHits hits, int code, float score) {
        private static final Comparator<Ranked> WORST_FIRST = Comparator.comparingDouble(Ranked::score)
                .thenComparing(ranked -> ranked.hits.catalogue().code(ranked.code), Comparator.reverseOrder());
    }

    private static List<Ranked> best(
            List<SystemIndex> filled, Wanted wanted, Asked asked, CodeScores scores, boolean byNumber) {
        var best = new PriorityQueue<Ranked>(wanted.limit() + 1, Ranked.WORST_FIRST);
        var day = (int) wanted.filters().on().toEpochDay();
        for (var hits : scores.all()) {
            var catalogue = hits.catalogue();
            learn(hits, wanted.learned().getOrDefault(catalogue.system(), Map.of()));
            var ofSystem = filled.size() == 1 ? 1 : Ranking.ofSystem(catalogue.system());
            hits.each(code -> {
                var traits = catalogue.traits(catalogue.spanOn(code, day));
                var ofCode =
                        byNumber ? 1 : Ranking.ofCode(traits, catalogue.hasEverydayName(code), asked.laterEncounter());
                best.add(new Ranked(hits, code, hits.score(code) * ofSystem * ofCode));
                if (best.size() > wanted.limit()) {
                    best.remove();
                }
            });
        }
        var bestFirst = new ArrayList<Ranked>();
        while (!best.isEmpty()) {
            bestFirst.add(0, best.remove());
        }
        return bestFirst;
    }

    private static void learn(CodeHits hits, Map<String, Integer> counts) {
        counts.forEach((written, count) -> {
            var code = hits.catalogue().find(written);
            if (code >= 0 && hits.has(code)) {
                hits.multiply(code, Ranking.ofUse(count));
            }
        });
    }

    /** Codes by their number, with or without the dot, or by its beginning. */
    private record NumberSearch(List<SystemIndex> filled, Filters filters, Vocabulary vocabulary) {
        /** @return whether what was typed is one number that some code has or begins with, perhaps with the word for what it is a number of */
        boolean find(String text, CodeScores scores) {
            var numbered = SystemWords.of(text);
            if (numbered != null && add(numbered.number(), numbered.systems(), scores)) {
                return true;
            }
            var tokens = CodeNumber.tokens(text);
            if (tokens.size() != 1 || !isNumber(tokens.get(0))) {
                return false;
            }
            var stored = CodeNumber.stored(tokens.get(0));
            return add(stored, scores)
                    || CodeNumber.withPlaceholders(stored)
                            .filter(code -> add(code, scores))
                            .isPresent();
        }

        /** Modifiers are the only codes that are letters alone, and letters alone are words everywhere else. */
        private boolean isNumber(String token) {
            return CodeNumber.isLike(token) && !isWord(token)
                    || filled.stream()
                            .allMatch(index ->
                                    MODIFIERS.contains(index.catalogue().system()));
        }

        /** A vertebra that stands alone may become a code yet: C5 is the beginning of C50. */
        private boolean isWord(String token) {
            return !CodeNumber.isVertebra(token) && vocabulary.knows(new Words().stems(Words.telling(token)));
        }

        private boolean add(String beginning, CodeScores scores) {
            return add(beginning, EnumSet.allOf(CodeSystem.class), scores);
        }

        private boolean add(String beginning, Set<CodeSystem> systems, CodeScores scores) {
            var any = false;
            for (var place = 0; place < filled.size(); place++) {
                var catalogue = filled.get(place).catalogue();
                for (var code :
                        systems.contains(catalogue.system()) ? catalogue.beginningWith(beginning) : new int[0]) {
                    any = true;
                    scores.add(place, code, catalogue.code(code).equals(beginning) ? EXACT : BEGINS_SO);
                }
            }
            return any;
        }

        /** Codes whose very number was asked for and which exist, but not on this day: their last span. */
        List<Hit> notOnTheDay(String text) {
            var reading = new HitReading(filled, filters);
            var day = (int) filters.on().toEpochDay();
            var hits = new ArrayList<Hit>();
            for (var token : CodeNumber.tokens(text)) {
                for (var index : CodeNumber.isLike(token) ? filled : List.<SystemIndex>of()) {
                    var code = index.catalogue().find(CodeNumber.stored(token));
                    if (code >= 0 && index.catalogue().spanOn(code, day) < 0) {
                        hits.add(reading.lastSpan(index, code));
                    }
                }
            }
            return hits;
        }
    }
}
