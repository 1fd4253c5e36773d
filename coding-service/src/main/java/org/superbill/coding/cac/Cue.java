package org.superbill.coding.cac;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What leads to a condition in prose, where there are no headings: the word before it says who holds it for what. */
enum Cue {
    /** "Was diagnosed with", "confirmed". */
    DIAGNOSED(
            "diagnosis", "diagnosed", "diagnoses", "confirmed", "confirming", "confirms", "established", "diagnostic"),
    /** "CT showed", "revealed". */
    FOUND(
            "showed",
            "shows",
            "showing",
            "revealed",
            "revealing",
            "demonstrated",
            "demonstrating",
            "disclosed",
            "detected",
            "identified",
            "found",
            "evidenced",
            "objectified",
            "visualized",
            "reported",
            "observed",
            "presence"),
    /** "Developed", "complicated by". */
    HAPPENED(
            "developed",
            "suffered",
            "complicated",
            "complication",
            "underwent",
            "sustained",
            "secondary",
            "due",
            "caused"),
    /** "With a history of", "known". */
    KNOWN("history", "known", "antecedents", "comorbidities", "background", "suffering"),
    /** "Treated for", "on treatment with". */
    TREATED("treated", "treatment", "for", "admitted", "hospitalized"),
    /** "Presented with", "complained of": what was told. */
    TOLD(
            "presented",
            "presenting",
            "presents",
            "complained",
            "complaining",
            "complains",
            "consulted",
            "consulting",
            "attended",
            "came",
            "referred",
            "episodes",
            "episode",
            "onset");

    private static final int REACH = 6;
    private static final Map<String, Cue> BY_WORD = byWord();

    private final Set<String> words;

    Cue(String... words) {
        this.words = Set.of(words);
    }

    private static Map<String, Cue> byWord() {
        var all = new HashMap<String, Cue>();
        for (var cue : values()) {
            cue.words.forEach(word -> all.putIfAbsent(word, cue));
        }
        return Map.copyOf(all);
    }

    /** The nearest before an item of a sentence, a few words away at most; a list goes with what leads to its first. */
    static Optional<Cue> before(Reading reading, int first) {
        var left = REACH;
        for (var at = first - 1; at >= 0 && left > 0; at--) {
            var plain = reading.get(at).plain();
            if (plain.equals(";")) {
                return Optional.empty();
            }
            var cue = BY_WORD.get(plain);
            if (cue != null) {
                return Optional.of(cue);
            }
            left -= reading.get(at).cost() >= 1 ? 1 : 0;
        }
        return Optional.empty();
    }

    /** As a trait's name has it: {@code diagnosed}. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
