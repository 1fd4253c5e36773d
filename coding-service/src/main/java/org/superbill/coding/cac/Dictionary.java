package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All terms by which conditions can be named, found in a sentence in any order of words as long as they stand close together. Each term hangs on its rarest word,
 * so that a sentence looks at few of the 150,000.
 */
final class Dictionary {
    /** What reaching over other words may cost a term, by the number of its words. */
    private static final double[] MOST_COST = {0, 0, 1.3, 2.3, 3.3, 4.3, 5.3};

    /** What may stand between words that mean nothing apart: a joint, a side. */
    private static final double TOGETHER = 0.2;

    /** What stands between the words of a whole phrase costs less. */
    private static final double ADJACENT = 0.15;

    /** What a comma or an "and" costs at least. */
    private static final double PARTED = 0.6;

    /** An infection of no site, and an organism. */
    private static final Set<String> WITHOUT_SITE = Set.of("A49", "B95", "B96", "B97");

    private static final int WINDOW = 12;
    private static final int CATEGORY = 3;

    private final Map<String, Integer> numbers;
    private final double[] weights;
    private final Term[][] byAnchor;

    private Dictionary(Map<String, Integer> numbers, double[] weights, Term[][] byAnchor) {
        this.numbers = numbers;
        this.weights = weights;
        this.byAnchor = byAnchor;
    }

    /**
     * A term found in a sentence.
     *
     * @param positions of its words in the reading, ascending
     * @param cost of what lies between them
     * @param value the weight of its words: of two terms the one that says more wins
     */
    record Match(Term term, int[] positions, double cost, double value) {
        int first() {
            return positions[0];
        }

        int last() {
            return positions[positions.length - 1];
        }
    }

    boolean knows(String word) {
        return numbers.containsKey(word);
    }

    Iterable<String> vocabulary() {
        return numbers.keySet();
    }

    /** Every term in the sentence, also those that a better one covers. */
    List<Match> candidates(Reading reading) {
        var ids = new int[reading.size()];
        for (var i = 0; i < ids.length; i++) {
            ids[i] = numbers.getOrDefault(reading.get(i).word(), -1);
        }
        var before = costsBefore(reading);
        var there = signature(ids);
        var found = new ArrayList<Match>();
        for (var anchor = 0; anchor < ids.length; anchor++) {
            if (ids[anchor] >= 0) {
                for (var term : byAnchor[ids[anchor]]) {
                    if ((term.signature() & ~there) == 0) {
                        var match = match(term, ids, anchor, before);
                        if (match != null) {
                            found.add(match);
                        }
                    }
                }
            }
        }
        return found;
    }

    /** A bit for each of some words: a term that has a bit which the sentence lacks is not in it, and need not be looked for. */
    private static long signature(int[] words) {
        var signature = 0L;
        for (var word : words) {
            signature |= word < 0 ? 0 : 1L << word;
        }
        return signature;
    }

    /** Of the ways to find its words around the anchor the one with least between them: in a list each condition has a "disease" of its own. */
    private @Nullable Match match(Term term, int[] ids, int anchor, double[] before) {
        var best = match(term, ids, anchor, before, Look.NEAREST);
        for (var look : List.of(Look.AHEAD, Look.BACK)) {
            if (best != null && best.cost() > 0) {
                var other = match(term, ids, anchor, before, look);
                best = other != null && other.cost() < best.cost() ? other : best;
            }
        }
        var most = term.together() ? TOGETHER : MOST_COST[Math.min(term.words().length, MOST_COST.length - 1)];
        return best != null && best.cost() <= most + 1e-9 ? best : null;
    }

    /** Where a word of a term is looked for first. */
    private enum Look {
        NEAREST,
        AHEAD,
        BACK
    }

    private @Nullable Match match(Term term, int[] ids, int anchor, double[] before, Look look) {
        var words = term.words();
        var positions = new int[words.length];
        for (var i = 0; i < words.length; i++) {
            positions[i] = words[i] == ids[anchor] ? anchor : find(words[i], ids, anchor, look);
            if (positions[i] < 0) {
                return null;
            }
        }
        Arrays.sort(positions);
        var cost = before[positions[positions.length - 1]] - before[positions[0]];
        for (var i = 1; i < positions.length; i++) {
            cost -= before[positions[i]] - before[positions[i] - 1]; // its own words a term does not pay
        }
        var value = 0.0;
        for (var word : words) {
            value += weights[word];
        }
        return new Match(term, positions, cost < 1e-9 ? 0 : cost, value);
    }

    private static int find(int word, int[] ids, int anchor, Look look) {
        for (var distance = 1; distance <= WINDOW; distance++) {
            if (look != Look.AHEAD && anchor - distance >= 0 && ids[anchor - distance] == word) {
                return anchor - distance;
            }
            if (look != Look.BACK && anchor + distance < ids.length && ids[anchor + distance] == word) {
                return anchor + distance;
            }
        }
        return look == Look.NEAREST ? -1 : find(word, ids, anchor, Look.NEAREST);
    }

    /** Sum of the costs up to and with each item. */
    private static double[] costsBefore(Reading reading) {
        var sums = new double[reading.size()];
        var sum = 0.0;
        for (var i = 0; i < sums.length; i++) {
            sum += reading.get(i).cost();
            sums[i] = sum;
        }
        return sums;
    }

    /** Of those that share words the one that says most, in the order of the text. */
    static List<Match> best(List<Match> matches, Reading reading) {
        var whole = Collections.newSetFromMap(new IdentityHashMap<Match, Boolean>());
        matches.stream()
                .filter(match -> match.positions().length > 1
                        && match.cost() < ADJACENT
                        && isReachedInto(match, matches)
                        && !isPartOfWhole(match, matches))
                .forEach(whole::add);
        var ordered = new ArrayList<>(matches);
        ordered.sort(Comparator.comparing((Match match) -> isOfASite(match, matches))
                .thenComparing(match -> !whole.contains(match))
                .thenComparingDouble((Match match) -> -(match.value() - match.cost()))
                .thenComparingDouble(Match::cost)
                .thenComparing(match -> match.term().source())
                .thenComparing(match -> match.term().target())
                .thenComparingInt(Match::first));
        var taken = new boolean[reading.size()];
        var best = new ArrayList<Match>();
        for (var match : ordered) {
            if (isFree(match, taken)) {
                for (var position : match.positions()) {
                    taken[position] = true;
                }
                best.add(match);
            }
        }
        best.sort(Comparator.comparingInt(Match::first));
        return best;
    }

    /** "Infection with Klebsiella" leaves the infection to "urinary tract infection". Source: Tabular List, A49 (infection of unspecified site). */
    private static boolean isOfASite(Match match, List<Match> matches) {
        return match.term().target().startsWith("A49")
                && matches.stream()
                        .anyMatch(other -> other.positions().length > 1
                                && other.cost() < PARTED
                                && WITHOUT_SITE.stream().noneMatch(other.term().target()::startsWith)
                                && Arrays.stream(match.positions())
                                        .anyMatch(position -> Arrays.binarySearch(other.positions(), position) >= 0));
    }

    /** Whether another term reaches into this one from beyond a comma or an "and": "cirrhosis and portal" into "portal hypertension". */
    private static boolean isReachedInto(Match match, List<Match> matches) {
        for (var other : matches) {
            if (other.cost() >= PARTED
                    && other.first() < match.first()
                    && other.last() >= match.first()
                    && other.last() < match.last()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a longer phrase that no comma parts has all its words: "acute on chronic respiratory failure" those of "chronic respiratory failure". */
    private static boolean isPartOfWhole(Match match, List<Match> matches) {
        for (var other : matches) {
            if (other.cost() < PARTED
                    && other.positions().length > match.positions().length
                    && Arrays.stream(match.positions())
                            .allMatch(position -> Arrays.binarySearch(other.positions(), position) >= 0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFree(Match match, boolean[] taken) {
        for (var position : match.positions()) {
            if (taken[position]) {
                return false;
            }
        }
        return true;
    }

    /** Collects terms; of those with the same words the first of the best source stays. */
    static final class Builder {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Map<WordSet, Term> terms = new HashMap<>();

        /** The numbers of a set of words, ascending, as a key. */
        private record WordSet(int[] words) {
            @Override
            public boolean equals(@Nullable Object other) {
                return other instanceof WordSet set && Arrays.equals(words, set.words);
            }

            @Override
            public int hashCode() {
                return Arrays.hashCode(words);
            }
        }

        void add(List<String> words, String target, Source source, String path) {
            add(words, target, source, path, false);
        }

        private void add(List<String> words, String target, Source source, String path, boolean together) {
            if (words.isEmpty()) {
                return;
            }
            var set = words.stream()
                    .mapToInt(word -> numbers.computeIfAbsent(word, unseen -> numbers.size()))
                    .distinct()
                    .sorted()
                    .toArray();
            var term = new Term(set, signature(set), target, source, path, together);
            terms.merge(
                    new WordSet(set), term, (old, young) -> young.source().compareTo(old.source()) < 0 ? young : old);
        }

        /** All terms of another; a word that means nothing by itself needs others, and where all are such they must stand together. */
        void addAll(Builder other, Set<String> notAlone) {
            var names = new String[other.numbers.size()];
            other.numbers.forEach((word, number) -> names[number] = word);
            for (var term : other.terms.values()) {
                var words = Arrays.stream(term.words())
                        .mapToObj(word -> names[word])
                        .toList();
                var together = notAlone.containsAll(words);
                if (!(together && !canStandTogether(term)) && words.stream().anyMatch(word -> word.length() > 2)) {
                    add(words, term.target(), term.source(), term.path(), together);
                }
            }
        }

        /** The skin's diseases, symptoms and injuries are told in ordinary words of any part of the body; a category's title is no diagnosis. */
        private static boolean canStandTogether(Term term) {
            return term.words().length > 1
                    && term.target().length() > CATEGORY
                    && term.target().charAt(0) < 'R'
                    && term.target().charAt(0) != 'L';
        }

        Dictionary build() {
            var counts = new int[numbers.size()];
            for (var term : terms.values()) {
                for (var word : term.words()) {
                    counts[word]++;
                }
            }
            var anchored = new HashMap<Integer, List<Term>>();
            for (var term : terms.values()) {
                anchored.computeIfAbsent(rarest(term.words(), counts), word -> new ArrayList<>())
                        .add(term);
            }
            var byAnchor = new Term[counts.length][];
            var weights = new double[counts.length];
            for (var word = 0; word < counts.length; word++) {
                byAnchor[word] = anchored.getOrDefault(word, List.of()).toArray(Term[]::new);
                weights[word] = 1 + 3.0 / (1 + Math.log1p(counts[word]));
            }
            return new Dictionary(numbers, weights, byAnchor);
        }

        private static int rarest(int[] words, int[] counts) {
            var rarest = words[0];
            for (var word : words) {
                if (counts[word] < counts[rarest]) {
                    rarest = word;
                }
            }
            return rarest;
        }
    }
}
