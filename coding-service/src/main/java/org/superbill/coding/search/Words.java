package org.superbill.coding.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tartarus.snowball.ext.EnglishStemmer;

/** How text becomes words, and words stems: the same for what is indexed and for what is asked. Not for several threads. */
final class Words {
    /** They say nothing. */
    private static final Set<String> STOP = Set.of(
            "a", "an", "the", "of", "in", "on", "to", "at", "by", "for", "from", "or", "and", "with", "due", "as", "is",
            "was", "be", "its", "it", "into", "than", "that", "this", "which");

    /** They say little: official names have them where people leave them out. A name is not longer for them, and a query does not need them. */
    private static final Set<String> LITTLE = Set.of(
            "unspecified",
            "other",
            "specified",
            "nec",
            "nos",
            "not",
            "elsewhere",
            "classified",
            "initial",
            "encounter",
            "type",
            "site",
            "sites",
            "region",
            "part",
            "parts",
            "organism",
            "disease",
            "disorder",
            "disorders",
            "condition",
            "conditions",
            "without",
            "status",
            "uncomplicated",
            "approach",
            "device");

    /** Before a word, or a stem, of what is not there. */
    static final String DENIED = "-";

    private static final Set<String> DENYING = Set.of("without", "not", "no");
    private static final Pattern CLAUSES = Pattern.compile("[,;:()\\[\\]]");
    private static final Set<String> SIDES = Set.of("right", "left", "bilateral", "unilateral");

    /** What these endings make of a word is another thing than its root: cervicitis is not cervical. They are not cut off. */
    private static final List<String> ENDINGS = List.of(
            "itis", "osis", "oma", "emia", "uria", "pathy", "ectomy", "otomy", "ostomy", "plasty", "algia", "penia",
            "iasis", "rrhea", "plegia", "megaly");

    private static final int MOST_CACHED = 100_000;

    private final EnglishStemmer stemmer = new EnglishStemmer();
    private final Map<String, String> stems = new HashMap<>();

    /** Lower case, without accents; what is neither letter nor digit parts words, and {@code 's} goes. */
    static List<String> split(String text) {
        var plain = plain(text);
        var words = new ArrayList<String>();
        var start = -1;
        for (var i = 0; i <= plain.length(); i++) {
            var inWord = i < plain.length() && Character.isLetterOrDigit(plain.charAt(i));
            if (inWord && start < 0) {
                start = i;
            } else if (!inWord && start >= 0) {
                words.add(plain.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    private static String plain(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (!isAscii(lower)) {
            lower = Normalizer.normalize(lower.replace('\u2019', '\''), Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "");
        }
        return lower.indexOf('\'') < 0 ? lower : lower.replaceAll("'s\\b", "").replace("'", "");
    }

    private static boolean isAscii(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    /** The words of a text that say something. */
    static List<String> telling(String text) {
        var words = split(text);
        words.removeIf(STOP::contains);
        return words;
    }

    /**
     * The telling words of a name, those with {@link #DENIED} before them that it says are not there: what stands after "without" or "not", up to the next "with" or mark.
     * Who looks for an abscess does not want "without perforation or abscess", and who names none wants it rather than "with abscess".
     */
    static List<String> named(String text) {
        var named = new ArrayList<String>();
        for (var clause : CLAUSES.split(text)) {
            var denied = false;
            for (var word : split(clause)) {
                if (DENYING.contains(word)) {
                    denied = true;
                } else if (word.equals("with")) {
                    denied = false;
                }
                if (!STOP.contains(word)) {
                    named.add(denied && !LITTLE.contains(word) && !SIDES.contains(word) ? DENIED + word : word);
                }
            }
        }
        return named;
    }

    static boolean denies(String word) {
        return DENYING.contains(word);
    }

    static boolean saysLittle(String word) {
        return LITTLE.contains(word);
    }

    static boolean isSide(String word) {
        return SIDES.contains(word);
    }

    /** Singular and plural, noun and adjective have one stem, mostly. */
    String stem(String word) {
        if (word.startsWith(DENIED)) {
            return DENIED + stem(word.substring(DENIED.length()));
        }
        var known = stems.get(word);
        if (known != null) {
            return known;
        }
        var stem = newStem(word);
        if (stems.size() < MOST_CACHED) {
            stems.put(word, stem);
        }
        return stem;
    }

    private String newStem(String word) {
        if (ENDINGS.stream().anyMatch(word::endsWith)) {
            return word;
        }
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    List<String> stems(List<String> words) {
        return words.stream().map(this::stem).toList();
    }
}
