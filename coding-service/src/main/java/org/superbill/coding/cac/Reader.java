package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.superbill.coding.notetext.Tokens;

/** Turns the text of a sentence, or of a term, into words that can be compared. */
final class Reader {
    /** Words that join others and say nothing themselves. */
    static final Set<String> JOINTS = Set.of(
            "of", "the", "a", "an", "in", "to", "by", "for", "with", "at", "on", "from", "as", "is", "was", "be", "due",
            "his", "her", "this", "that", "their", "its", "s", "w", "any", "some", "known", "new", "very", "also",
            "both");

    /** The side may stand between any two words of a term: the code's side is found in its own way. */
    private static final Set<String> SIDES = Set.of("right", "left", "bilateral", "unilateral", "bilaterally");

    private static final Map<String, Double> PARTINGS = Map.ofEntries(
            Map.entry(",", 0.6),
            Map.entry("(", 0.4),
            Map.entry(")", 0.4),
            Map.entry("-", 0.0),
            Map.entry("/", 0.2),
            Map.entry("'", 0.0),
            Map.entry("\"", 0.0),
            Map.entry("and", 0.8),
            Map.entry("or", 0.8),
            Map.entry(".", 0.3),
            Map.entry(":", 1.2),
            Map.entry(";", 9.0),
            Map.entry("but", 9.0),
            Map.entry("no", 3.0),
            Map.entry("not", 3.0),
            Map.entry("without", 3.0),
            Map.entry("denies", 3.0));

    private static final Set<String> ORDINALS = Set.of(
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth");

    private static final Pattern NUMBERED = Pattern.compile("\\d{1,2}(?:st|nd|rd|th)");

    private final Words words;
    private final Rewrites rewrites;

    Reader(Words words, Rewrites rewrites) {
        this.words = words;
        this.rewrites = rewrites;
    }

    static Reader shipped() {
        return new Reader(Words.shipped(), Rewrites.shipped());
    }

    /** A stretch of a note. @param past whether it stands under a heading of what was before */
    Reading read(String text, int start, int end, boolean past) {
        var tokens = Tokens.of(text, start, end);
        var items = new ArrayList<Reading.Item>();
        for (var said : rewrites.apply(tokens, past)) {
            var from = tokens.get(said.first()).start();
            var to = tokens.get(said.behindLast() - 1).end();
            for (var plain : said.words()) {
                items.add(new Reading.Item(plain, words.canonical(plain), from, to, cost(plain)));
            }
        }
        return new Reading(items);
    }

    /** The words of a term of a code system, marks and joints left out. */
    List<String> termWords(String term) {
        return Rewrites.plainWords(term).stream()
                .filter(word -> !isJoint(word))
                .map(words::canonicalOfTerm)
                .distinct()
                .toList();
    }

    /** The same for a phrase of our own lists, which is written as notes are. */
    List<String> phraseWords(String phrase) {
        return read(phrase, 0, phrase.length(), false).items().stream()
                .filter(item -> Character.isLetterOrDigit(item.plain().charAt(0)) && !isJoint(item.plain()))
                .map(Reading.Item::word)
                .distinct()
                .toList();
    }

    String word(String plain) {
        return words.canonical(plain);
    }

    static boolean isJoint(String plain) {
        return JOINTS.contains(plain) || plain.equals("and") || plain.equals("or");
    }

    private static double cost(String plain) {
        var parting = PARTINGS.get(plain);
        if (parting != null) {
            return parting;
        }
        if (ORDINALS.contains(plain) || NUMBERED.matcher(plain).matches()) {
            return 0.3;
        }
        return JOINTS.contains(plain) || SIDES.contains(plain) ? 0.1 : Character.isDigit(plain.charAt(0)) ? 0.5 : 1;
    }
}
