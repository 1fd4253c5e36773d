package org.superbill.coding.cac;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Makes one word of the many forms of a word: case, accents, British spelling, plural, noun and adjective ("kidney", "renal"). Notes and the code systems' terms
 * go through it alike, so it need not give an English word, only always the same one.
 */
final class Words {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final int SHORTEST_DIGRAPH = 5;
    private static final int SHORTEST_PLURAL = 4;
    private static final int SHORTEST_ADJECTIVE = 6;
    private static final Map<String, String> NOUNS = Map.ofEntries(
            Map.entry("emic", "emia"),
            Map.entry("penic", "penia"),
            Map.entry("pneic", "pnea"),
            Map.entry("uric", "uria"),
            Map.entry("plegic", "plegia"),
            Map.entry("phasic", "phasia"),
            Map.entry("phagic", "phagia"),
            Map.entry("arthric", "arthria"),
            Map.entry("taxic", "taxia"),
            Map.entry("otic", "osis"),
            Map.entry("ectatic", "ectasis"),
            Map.entry("paretic", "paresis"),
            Map.entry("itic", "itis"),
            Map.entry("trophic", "trophy"),
            Map.entry("plastic", "plasia"),
            Map.entry("pathic", "pathy"),
            Map.entry("megalic", "megaly"),
            Map.entry("chectic", "chexia"));

    private static final Set<String> NO_PLURALS = Set.of(
            "diabetes",
            "herpes",
            "pes",
            "series",
            "caries",
            "facies",
            "scabies",
            "rabies",
            "lens",
            "bypass",
            "always",
            "ascites",
            "tabes",
            "feces",
            "pancreas",
            "pertussis",
            "biceps",
            "triceps",
            "forceps",
            "varices");

    private final Map<String, String> canonical = new HashMap<>();
    private final Map<String, String> remembered = new ConcurrentHashMap<>();

    /** @param classes rows of words that mean one thing, the first for all */
    Words(List<String[]> classes) {
        for (var row : classes) {
            var one = plain(row[0]);
            for (var form : row) {
                canonical.putIfAbsent(plain(form), one);
            }
        }
    }

    static Words shipped() {
        return new Words(DataFile.rows("cac/words.tsv"));
    }

    /** Lower case, no accents, no {@code 's}. */
    static String plain(String token) {
        var lower = token.toLowerCase(Locale.ROOT).replace('’', '\'');
        var ascii = isAscii(lower)
                ? lower
                : ACCENTS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD))
                        .replaceAll("");
        var apostrophe = ascii.indexOf('\'');
        return apostrophe > 0 ? ascii.substring(0, apostrophe) : ascii;
    }

    /** The same, remembered: for the words of terms, which are few and come again and again. */
    String canonicalOfTerm(String plain) {
        return remembered.computeIfAbsent(plain, this::canonical);
    }

    /** @param plain as {@link #plain} gives it */
    String canonical(String plain) {
        var known = canonical.get(plain);
        if (known != null) {
            return known;
        }
        var american = american(plain);
        known = canonical.get(american);
        if (known != null) {
            return known;
        }
        var noun = noun(singular(american));
        return canonical.getOrDefault(noun, noun);
    }

    /** Adjectives that their ending tells: hypercalcemic and hypercalcemia, cyanotic and cyanosis, tachypneic and tachypnea. */
    private static String noun(String word) {
        if (word.length() >= SHORTEST_ADJECTIVE && word.endsWith("ic")) {
            for (var ending : NOUNS.entrySet()) {
                if (word.endsWith(ending.getKey())) {
                    return word.substring(0, word.length() - ending.getKey().length()) + ending.getValue();
                }
            }
        }
        return word;
    }

    /** anaemia and anemia, oesophagus and esophagus, tumour and tumor. */
    static String american(String word) {
        if (word.length() < SHORTEST_DIGRAPH) {
            return word;
        }
        var changed = word.replace("ae", "e").replace("oe", "e");
        if (changed.endsWith("our") || changed.endsWith("ours")) {
            changed = changed.replace("our", "or");
        }
        if (changed.endsWith("ise") || changed.endsWith("ised")) {
            changed = changed.replace("ise", "ize");
        }
        return changed;
    }

    private static String singular(String word) {
        var n = word.length();
        if (n < SHORTEST_PLURAL || !word.endsWith("s") || NO_PLURALS.contains(word)) {
            return word;
        }
        if (word.endsWith("ss") || word.endsWith("us") || word.endsWith("is") || word.endsWith("itis")) {
            return word;
        }
        if (word.endsWith("ies")) {
            return word.substring(0, n - 3) + "y";
        }
        if (word.endsWith("oses") || word.endsWith("ases") || word.endsWith("yses") || word.endsWith("eses")) {
            return word.substring(0, n - 2) + "is";
        }
        if (word.endsWith("sses") || word.endsWith("shes") || word.endsWith("ches") || word.endsWith("xes")) {
            return word.substring(0, n - 2);
        }
        return word.substring(0, n - 1);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
