package org.superbill.coding.cac;

import java.util.Set;

/** "Ruled out" and the like: said of what stands before it in "was ruled out", of what follows in "and ruled out an abscess". */
final class ActiveVerbs {
    private static final Set<String> ACTIVE = Set.of("ruled", "excluded", "discarded");

    /** Behind the verb these go on with what stands before it. */
    private static final Set<String> GOING_ON = Set.of(
            "by",
            "with",
            "after",
            "on",
            "in",
            "at",
            "because",
            "since",
            "as",
            "and",
            "through",
            "but",
            "too",
            "initially",
            "later",
            "first",
            "from",
            "using",
            "radiologically",
            "clinically",
            "histologically",
            "so",
            "which");

    /** Done to a thought, but to an operation, an offer or a patient, too. */
    private static final Set<String> GIVING_UP = Set.of("rejected", "dismissed", "eliminated", "abandoned");

    private static final Set<String> THOUGHTS =
            Set.of("diagnosis", "diagnoses", "possibility", "possibilities", "hypothesis", "hypotheses", "suspicion");

    private ActiveVerbs() {}

    static boolean isOfGivingUp(String verb) {
        return GIVING_UP.contains(verb);
    }

    /** Whether what stands before a place speaks of a thought. */
    static boolean isOfThought(Reading reading, int before) {
        return reading.items().stream().limit(before).anyMatch(item -> THOUGHTS.contains(item.plain()));
    }

    /**
     * Whether a verb without "was" before it has an object.
     *
     * @param verb first word of the phrase
     * @param behind place behind the phrase
     */
    static boolean isOfWhatFollows(Reading reading, String verb, int behind) {
        if (!ACTIVE.contains(verb) || behind >= reading.size()) {
            return false;
        }
        var next = reading.get(behind).plain();
        return Character.isLetter(next.charAt(0)) && !GOING_ON.contains(next);
    }
}
