package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Clinical words with one letter wrong, missing, doubled or exchanged, put right when only one word can be meant. Each word of the dictionary is known by the hashes
 * of itself and of what is left of it without one letter, so that a look-up costs as many steps as the word has letters, and all of it a few megabytes.
 */
final class Spelling {
    private static final int SHORTEST = 6;
    private static final int HASH_BITS = 32;

    private final String[] words;

    /** Hash above, number of the word below; ascending. */
    private final long[] rests;

    private final Set<String> ordinary;

    /** @param ordinary words that are right as they are */
    Spelling(Iterable<String> vocabulary, Set<String> ordinary) {
        this.ordinary = Set.copyOf(ordinary);
        var known = new ArrayList<String>();
        for (var word : vocabulary) {
            if (word.length() >= SHORTEST && isLetters(word)) {
                known.add(word);
            }
        }
        words = known.toArray(String[]::new);
        rests = new long[Arrays.stream(words).mapToInt(String::length).sum()];
        var next = 0;
        for (var number = 0; number < words.length; number++) {
            rests[next++] = key(words[number], number);
            for (var i = 1; i < words[number].length(); i++) {
                rests[next++] = key(without(words[number], i), number);
            }
        }
        Arrays.sort(rests);
    }

    boolean isOrdinary(String word) {
        return ordinary.contains(word);
    }

    /** @return the word that is meant, or null when there is none, or more than one */
    @Nullable
    String corrected(String word) {
        if (word.length() < SHORTEST || ordinary.contains(word) || !isLetters(word)) {
            return null;
        }
        var meant = new HashSet<String>();
        collect(word, word, meant);
        for (var i = 1; i < word.length() && meant.size() < 2; i++) {
            collect(without(word, i), word, meant);
        }
        return meant.size() == 1 ? meant.iterator().next() : null;
    }

    private void collect(String rest, String written, Set<String> meant) {
        for (var number : numbers(rest)) {
            if (isOneStepApart(written, words[number])) {
                meant.add(words[number]);
            }
        }
    }

    private List<Integer> numbers(String rest) {
        var found = new ArrayList<Integer>();
        var at = Arrays.binarySearch(rests, key(rest, 0));
        for (var i = at < 0 ? -at - 1 : at; i < rests.length && (int) (rests[i] >> HASH_BITS) == rest.hashCode(); i++) {
            found.add((int) rests[i]);
        }
        return found;
    }

    /** One letter more, less, or other, or two neighbours exchanged; never the first. */
    static boolean isOneStepApart(String one, String other) {
        var shortest = Math.min(one.length(), other.length());
        var same = 0;
        while (same < shortest && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        if (same == 0) {
            return false;
        }
        return switch (one.length() - other.length()) {
            case 1 -> one.substring(same + 1).equals(other.substring(same));
            case -1 -> one.substring(same).equals(other.substring(same + 1));
            case 0 ->
                same == shortest
                        || one.substring(same + 1).equals(other.substring(same + 1))
                        || same + 1 < shortest
                                && one.charAt(same) == other.charAt(same + 1)
                                && one.charAt(same + 1) == other.charAt(same)
                                && one.substring(same + 2).equals(other.substring(same + 2));
            default -> false;
        };
    }

    private static long key(String rest, int number) {
        return ((long) rest.hashCode() << HASH_BITS) | number;
    }

    private static String without(String word, int letter) {
        return word.substring(0, letter) + word.substring(letter + 1);
    }

    private static boolean isLetters(String word) {
        return word.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }
}
