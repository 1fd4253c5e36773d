package org.superbill.coderules.facts;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.Laterality;
import org.superbill.coderules.Side;

/**
 * Finds the codes that differ by their side alone, by the words of their descriptions. Two codes of a category are siblings when one says "right" where the other
 * says "left" and all other words are the same; "bilateral" and "unspecified" join them when the same words remain without the side. A code without a sibling of
 * the other side ("left ventricular failure") has no laterality.
 */
final class Lateralities {
    private static final String RIGHT = "right";
    private static final String LEFT = "left";
    private static final Set<String> BOTH = Set.of("bilateral", "both");
    private static final String OPEN = "unspecified";
    /** Said beside a side and not beside both, or for the sentence's sake. */
    private static final Set<String> WITHOUT_WEIGHT = Set.of("unilateral", "of", "the");

    /** What has none of these needs not be taken apart: most descriptions. */
    private static final Pattern SIDED = Pattern.compile("[Rr]ight|[Ll]eft");

    private static final Pattern OTHER = Pattern.compile("[Bb]ilateral|[Bb]oth|[Uu]nspecified");

    private static final int CATEGORY = 3;

    private final Map<String, EnumMap<Side, String>> byWords = new HashMap<>();
    /** Without the phrase of the side, "right eye", which the bilateral code replaces as a whole. */
    private final Map<String, Set<String>> withoutPhrase = new HashMap<>();

    private Lateralities() {}

    /** @param descriptions by billable code, stored form */
    static Map<String, Laterality> of(Map<String, String> descriptions) {
        var found = new Lateralities();
        descriptions.forEach(found::addSided);
        found.byWords.values().removeIf(codes -> codes.size() < 2);
        descriptions.forEach(found::addOthers);
        return found.byCode();
    }

    private void addSided(String code, String description) {
        if (!SIDED.matcher(description).find()) {
            return;
        }
        var words = Words.of(description);
        var side = side(words);
        if (side != null) {
            var key = key(code, words, side);
            byWords.computeIfAbsent(key, any -> new EnumMap<>(Side.class))
                    .putIfAbsent(side.equals(RIGHT) ? Side.RIGHT : Side.LEFT, code);
            withoutPhrase
                    .computeIfAbsent(
                            key(code, Words.of(withoutPhrase(description, side)), side), any -> new HashSet<>())
                    .add(key);
        }
    }

    /** Right or left when the words name that side once and no other, else null. */
    private static @Nullable String side(List<String> words) {
        var sides = words.stream()
                .filter(word -> word.equals(RIGHT) || word.equals(LEFT) || BOTH.contains(word))
                .toList();
        return sides.size() == 1 && !BOTH.contains(sides.get(0)) ? sides.get(0) : null;
    }

    private void addOthers(String code, String description) {
        if (!OTHER.matcher(description).find()) {
            return;
        }
        var words = Words.of(description);
        if (side(words) != null) {
            return;
        }
        for (var both : BOTH) {
            if (words.contains(both)) {
                join(code, words, both, Side.BILATERAL);
                return;
            }
        }
        if (words.contains(OPEN)) {
            join(code, words, OPEN, Side.UNSPECIFIED);
        }
    }

    private void join(String code, List<String> words, String sideWord, Side side) {
        var key = key(code, words, sideWord);
        var group = byWords.get(key);
        if (group == null) {
            var candidates = withoutPhrase.getOrDefault(key, Set.of()).stream()
                    .filter(byWords::containsKey)
                    .toList();
            group = candidates.size() == 1 ? byWords.get(candidates.get(0)) : null;
        }
        if (group != null) {
            group.putIfAbsent(side, code);
        }
    }

    private Map<String, Laterality> byCode() {
        var lateralities = new HashMap<String, Laterality>();
        for (var codes : byWords.values()) {
            var group = new Laterality.Group(codes);
            codes.forEach((side, code) -> lateralities.put(code, new Laterality(side, group)));
        }
        return lateralities;
    }

    /** "Glaucoma, right eye, mild stage" becomes "Glaucoma, mild stage". */
    private static String withoutPhrase(String description, String side) {
        var phrases = new ArrayList<String>();
        for (var phrase : description.split(",")) {
            if (!Words.of(phrase).contains(side)) {
                phrases.add(phrase);
            }
        }
        return String.join(",", phrases);
    }

    /** The category and all words but one that says the side, in alphabetical order. */
    private static String key(String code, List<String> words, String sideWord) {
        var rest = new ArrayList<>(words);
        rest.remove(sideWord);
        rest.removeAll(WITHOUT_WEIGHT);
        return code.substring(0, CATEGORY) + " " + rest.stream().sorted().collect(joining(" "));
    }
}
