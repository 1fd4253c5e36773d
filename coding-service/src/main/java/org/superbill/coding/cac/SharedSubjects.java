package org.superbill.coding.cac;

import java.util.Set;

/**
 * What a verb at the end of a sentence is said of where another stands between: "X was considered and excluded", "X was suspected, which was ruled out", "X, a diagnosis that was
 * later rejected", "X – treated in January, resolved".
 */
final class SharedSubjects {
    /** Between the verb and what leads back to its subject. */
    private static final Set<String> LINKS = Set.of(
            "and",
            "but",
            "then",
            "later",
            "subsequently",
            "finally",
            "eventually",
            "ultimately",
            "afterwards",
            ",",
            "which",
            "that",
            "this",
            "it",
            "these",
            "they",
            "both",
            "all",
            "was",
            "were",
            "had",
            "has",
            "have",
            "been",
            "could",
            "be",
            "also",
            "however",
            "therefore",
            "thus",
            "soon",
            "quickly",
            "rapidly",
            "definitively",
            "a",
            "the",
            "diagnosis",
            "possibility",
            "hypothesis",
            "suspicion",
            "initially",
            "yet",
            "though",
            "although");

    private static final Set<String> JOINING =
            Set.of("and", "but", "then", ",", "yet", "though", "although", "however");

    /** They stand for what was named before. */
    private static final Set<String> PRONOUNS = Set.of(
            "which",
            "that",
            "this",
            "it",
            "these",
            "they",
            "both",
            "diagnosis",
            "possibility",
            "hypothesis",
            "suspicion");

    private static final Set<String> VERBS = Set.of("was", "were", "is", "had");

    private static final Set<String> OVER_WITH =
            Set.of(",", "-", "(", "and", "now", "has", "have", "since", "fully", "completely", "subsequently", "which");

    private SharedSubjects() {}

    /** What the links before a verb say: where they begin, and what they are. */
    record Led(int at, boolean joins, boolean refers) {}

    static Led before(Reading reading, int from) {
        var at = from - 1;
        var joins = false;
        var refers = false;
        while (at >= 0 && LINKS.contains(reading.get(at).plain())) {
            joins |= JOINING.contains(reading.get(at).plain());
            refers |= PRONOUNS.contains(reading.get(at).plain());
            at--;
        }
        return new Led(at, joins, refers);
    }

    /** "Suspected X" and "a possible X", not "X was suspected". */
    static boolean isOfWhatFollows(Reading reading, int at) {
        var copula = VERBS.contains(reading.get(at).plain());
        return !copula
                && (at == 0
                        || !Character.isLetterOrDigit(
                                reading.get(at - 1).plain().charAt(0))
                        || Reader.JOINTS.contains(reading.get(at - 1).plain())
                                && !VERBS.contains(reading.get(at - 1).plain()));
    }

    /** "Hypertension, possible sleep apnea": behind a comma and before a word it goes with what follows. */
    static boolean isOfAnother(Reading reading, int from, int behind) {
        return from > 0
                && reading.get(from - 1).plain().equals(",")
                && behind < reading.size()
                && Character.isLetterOrDigit(reading.get(behind).plain().charAt(0));
    }

    /** "…, resolved" is said of what the entry is about, "the fever resolved" of the fever. */
    static boolean isWithoutSubject(Reading reading, int from) {
        return from > 0 && OVER_WITH.contains(reading.get(from - 1).plain());
    }
}
