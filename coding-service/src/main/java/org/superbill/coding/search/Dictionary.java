package org.superbill.coding.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Every word that names of codes have, as written: what is spelt right, what a beginning may become, what a misspelt word may be. */
final class Dictionary {
    private static final int SHORTEST_CORRECTED = 4;
    private static final int TWO_TYPOS_FROM = 6;
    private static final int THREE_TYPOS_FROM = 12;
    private static final int LETTERS = 26;
    private static final String AFTER_DENIED = String.valueOf((char) (Words.DENIED.charAt(0) + 1));

    private final String[] words;
    private final int[] counts;
    /** Which letters a word has: two words whose letters differ much cannot be one typo apart, which is seen without comparing them. */
    private final int[] letters;

    private final Set<String> stems = new HashSet<>();
    /** Of what some name says that it is not there. */
    private final Set<String> denied = new HashSet<>();

    /**
     * @param counts how often a word is written, one map of each system; with {@link Words#DENIED} before it, how often it is said not to be there
     * @param right words that are spelt right though no name has them
     * @param stemmer best the same one each time, which knows the stems of most words already
     */
    Dictionary(Collection<Map<String, Integer>> counts, Set<String> right, Words stemmer) {
        var all = new TreeMap<String, Integer>();
        counts.forEach(system -> system.forEach((word, count) -> all.merge(word, count, Integer::sum)));
        right.forEach(word -> all.putIfAbsent(word, 1));
        var ofNames = all.subMap(Words.DENIED, AFTER_DENIED);
        ofNames.keySet().forEach(word -> denied.add(stemmer.stem(word)));
        ofNames.clear();
        words = all.keySet().toArray(String[]::new);
        this.counts = all.values().stream().mapToInt(Integer::intValue).toArray();
        letters = Arrays.stream(words).mapToInt(Dictionary::letters).toArray();
        Arrays.stream(words).map(stemmer::stem).forEach(stems::add);
    }

    boolean hasStem(String stem) {
        return stems.contains(stem);
    }

    /** Whether some name says that it is not there. */
    boolean isDenied(String stem) {
        return denied.contains(Words.DENIED + stem);
    }

    /** The most frequent words that begin so, at most {@code most}. */
    List<String> beginningWith(String beginning, int most) {
        var place = Arrays.binarySearch(words, beginning);
        var first = place < 0 ? -place - 1 : place;
        var end = first;
        while (end < words.length && words[end].startsWith(beginning)) {
            end++;
        }
        return IntStream.range(first, end)
                .boxed()
                .sorted(Comparator.comparingInt(i -> -counts[i]))
                .limit(most)
                .map(i -> words[i])
                .toList();
    }

    /** The words that a misspelt one may be: those with the fewest typos, the most frequent first; none when all are too far. */
    List<String> like(String misspelt, int most) {
        if (misspelt.length() < SHORTEST_CORRECTED) {
            return List.of();
        }
        var nearest = misspelt.length() >= THREE_TYPOS_FROM ? 3 : misspelt.length() >= TWO_TYPOS_FROM ? 2 : 1;
        var own = letters(misspelt);
        var found = new ArrayList<Integer>();
        for (var i = 0; i < words.length; i++) {
            if (Math.abs(words[i].length() - misspelt.length()) <= nearest
                    && Integer.bitCount(own ^ letters[i]) <= 2 * nearest) {
                var typos = Typos.between(misspelt, words[i], nearest);
                if (typos < nearest) {
                    found.clear();
                    nearest = typos;
                }
                if (typos <= nearest) {
                    found.add(i);
                }
            }
        }
        return found.stream()
                .sorted(Comparator.<Integer>comparingInt(i -> words[i].charAt(0) == misspelt.charAt(0) ? 0 : 1)
                        .thenComparingInt(i -> -counts[i]))
                .limit(most)
                .map(i -> words[i])
                .toList();
    }

    private static int letters(String word) {
        var letters = 0;
        for (var i = 0; i < word.length(); i++) {
            var letter = word.charAt(i) - 'a';
            letters |= 1 << (letter >= 0 && letter < LETTERS ? letter : LETTERS);
        }
        return letters;
    }
}
