package org.superbill.coding.cac;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Clinical words with one letter wrong, missing, doubled or exchanged, put right when only one word can be meant. Each word of the dictionary is known by what
 * is left of it without one letter, so that a look-up costs as many steps as the word has letters.
 */
final class Spelling {
    private static final int SHORTEST = 6;
    private static final String AMBIGUOUS = "";

    private final Map<String, String> byRest = new HashMap<>();
    private final Set<String> ordinary;

    /** @param ordinary words that are right as they are */
    Spelling(Iterable<String> vocabulary, Set<String> ordinary) {
        this.ordinary = new HashSet<>(ordinary);
        for (var word : vocabulary) {
            if (word.length() >= SHORTEST && isLetters(word)) {
                byRest.merge(word, word, (one, other) -> one);
                for (var i = 1; i < word.length(); i++) {
                    byRest.merge(
                            word.substring(0, i) + word.substring(i + 1),
                            word,
                            (one, other) -> one.equals(other) ? one : AMBIGUOUS);
                }
            }
        }
    }

    /** @return the word that is meant, or null when there is none, or more than one */
    @Nullable String corrected(String word) {
        if (word.length() < SHORTEST || ordinary.contains(word) || !isLetters(word)) {
            return null;
        }
        var meant = byRest.get(word); // a letter is missing
        for (var i = 1; meant == null && i < word.length(); i++) {
            var rest = word.substring(0, i) + word.substring(i + 1);
            meant = byRest.get(rest); // one too many, or another
        }
        return meant == null || meant.equals(AMBIGUOUS) || Math.abs(meant.length() - word.length()) > 1 ? null : meant;
    }

    private static boolean isLetters(String word) {
        return word.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }
}
