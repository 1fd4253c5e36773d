package org.superbill.coding.cac;

import java.util.Set;

/**
 * Who has what a sentence tells where it names somebody near to the patient: the one who has it, or the one who tells of it, brings the patient or lives with him.
 * After ConText's experiencer (Harkema 2009); our own lists.
 */
final class Relatives {
    /** What a sentence says of whom it names. */
    enum Part {
        /** "Mother had diabetes". */
        HAS_IT,
        /** "His mother, who has diabetes, brought him": as far as the clause goes. */
        HAS_WHAT_THE_CLAUSE_SAYS,
        /** "Breast cancer in her mother". */
        HAS_WHAT_STANDS_BEFORE,
        /** "Brought in by her husband because of chest pain". */
        TELLS
    }

    private static final Set<String> PERSONS = Set.of(
            "mother",
            "father",
            "brother",
            "sister",
            "brothers",
            "sisters",
            "aunt",
            "uncle",
            "aunts",
            "uncles",
            "nephew",
            "niece",
            "grandmother",
            "grandfather",
            "grandparents",
            "grandparent",
            "grandmothers",
            "grandfathers",
            "cousin",
            "cousins",
            "siblings",
            "sibling",
            "parents",
            "mgm",
            "mgf",
            "pgm",
            "pgf",
            "son",
            "relatives",
            "mom",
            "dad",
            "husband",
            "wife",
            "partner",
            "roommate",
            "classmate",
            "classmates",
            "coworker",
            "neighbor");

    private static final Set<String> BETWEEN = Set.of(
            "his",
            "her",
            "the",
            "their",
            "a",
            "an",
            "my",
            "patient",
            "s",
            "'",
            "both",
            "adoptive",
            "biological",
            "elderly",
            "old",
            "older",
            "elder",
            "younger",
            "own",
            "maternal",
            "paternal",
            "one");

    private static final Set<String> TELLING = Set.of(
            "noticed",
            "notices",
            "noticing",
            "reports",
            "reported",
            "reporting",
            "states",
            "stated",
            "stating",
            "says",
            "said",
            "notes",
            "noted",
            "noting",
            "observed",
            "brought",
            "brings",
            "bringing",
            "called",
            "described",
            "describes",
            "thinks",
            "thought",
            "believes",
            "believed",
            "feels",
            "gave",
            "gives",
            "giving",
            "witnessed",
            "heard",
            "saw",
            "mentions",
            "mentioned",
            "concerned",
            "worried",
            "worries",
            "told",
            "recalled",
            "recalls",
            "administered",
            "accompanied",
            "accompanies",
            "accompanying",
            "requests",
            "requested",
            "wants",
            "asks",
            "asked",
            "discovered",
            "sought",
            "rushed",
            "carried",
            "contacted",
            "explained",
            "endorses",
            "complains",
            "complained",
            "provided",
            "provides",
            "consented",
            "informed",
            "attempted",
            "helped",
            "drove",
            "transported",
            "remembers",
            "remembered",
            "recognized",
            "realized",
            "decided",
            "denies",
            "denied",
            "stable",
            "present");

    /** Said of what one does for the patient or for oneself: "took him to the hospital", "takes insulin for diabetes". */
    private static final Set<String> DOING = Set.of(
            "took", "takes", "taking", "tried", "tries", "used", "uses", "applied", "applies", "refused", "refuses");

    private static final Set<String> PATIENT =
            Set.of("him", "them", "patient", "child", "boy", "girl", "baby", "infant", "newborn", "toddler");
    private static final Set<String> BEHIND_HER = Set.of("to", "in", "into", "home", "back", "for", "and", "with", ",");
    private static final Set<String> ARTICLES = Set.of("the", "their", "our");
    private static final Set<String> PASSIVE = Set.of("was", "were", "been", "is", "are");
    private static final Set<String> FOUND_BY_ONE =
            Set.of("that", "him", "her", "his", "them", "the", "patient", "a", "an");

    /** Between whom it names and the verb. */
    private static final Set<String> AUXILIARIES = Set.of(
            "also",
            "had",
            "has",
            "have",
            "was",
            "were",
            "is",
            "are",
            "first",
            "initially",
            "then",
            "later",
            "who",
            ",",
            "that",
            "very",
            "been",
            "recently");

    private static final Set<String> SUFFERING = Set.of(
            "has",
            "had",
            "have",
            "having",
            "with",
            "suffers",
            "suffered",
            "is",
            "was",
            "died",
            "developed",
            "affected");

    private static final Set<String> INFORMANTS =
            Set.of("by", "to", "per", "from", "via", "than", "told", "informed", "asked", "like", "unlike");

    private static final Set<String> NEARNESS = Set.of(
            "death",
            "loss",
            "care",
            "caregiver",
            "illness",
            "company",
            "presence",
            "request",
            "help",
            "arms",
            "birth",
            "murder",
            "suicide");

    private static final int FAR = 8;

    private Relatives() {}

    /** Whether a trigger names a person: "family history of" names none. */
    static boolean isPerson(Reading reading, int from, int behind) {
        return person(reading, from, behind) >= 0;
    }

    /** "Maternal grandmother" is found by its first word. */
    private static int person(Reading reading, int from, int behind) {
        for (var at = behind - 1; at < Math.min(reading.size(), from + 2); at++) {
            if (PERSONS.contains(reading.get(at).plain())) {
                return at;
            }
        }
        return -1;
    }

    static Part part(Reading reading, int from, int behind) {
        var person = person(reading, from, behind);
        var relative = plain(reading, person + 1).equals("who")
                || plain(reading, person + 1).equals(",")
                        && plain(reading, person + 2).equals("who");
        if (isTelling(reading, person + 1)) {
            return Part.TELLS;
        }
        var at = person - 1;
        while (at >= 0 && BETWEEN.contains(plain(reading, at))) {
            at--;
        }
        var before = plain(reading, at);
        if (relative) {
            return Part.HAS_WHAT_THE_CLAUSE_SAYS;
        }
        if (plain(reading, person + 1).equals("of")) {
            return Part.TELLS; // "mother of two children"
        }
        if (before.equals("in")) {
            return Part.HAS_WHAT_STANDS_BEFORE;
        }
        if (INFORMANTS.contains(before)
                        && !(before.equals("to")
                                && plain(reading, person + 1).equals("with")) // "gave birth to a son with"
                || before.equals("with") && !SUFFERING.contains(plain(reading, person + 1))
                || before.equals("of") && NEARNESS.contains(plain(reading, at - 1))) {
            return Part.TELLS;
        }
        if ((before.equals("and") || before.equals("or")) && PERSONS.contains(plain(reading, at - 1))) {
            return part(reading, at - 1, at);
        }
        return Part.HAS_IT;
    }

    /** "Noticed that", "had also reported"; but "was found to have" is said of who has it. */
    private static boolean isTelling(Reading reading, int from) {
        var at = from;
        while (at < reading.size() && AUXILIARIES.contains(plain(reading, at))) {
            at++;
        }
        var verb = plain(reading, at);
        if (verb.equals("found")) {
            return !PASSIVE.contains(plain(reading, at - 1)) && FOUND_BY_ONE.contains(plain(reading, at + 1));
        }
        if (DOING.contains(verb)) {
            return isPatient(reading, at + 1);
        }
        return TELLING.contains(verb) && !plain(reading, at + 1).equals("to");
    }

    /** "Him", "the child", "her to"; not "her medication". */
    private static boolean isPatient(Reading reading, int at) {
        if (plain(reading, at).equals("her")) {
            return BEHIND_HER.contains(plain(reading, at + 1));
        }
        return PATIENT.contains(plain(reading, ARTICLES.contains(plain(reading, at)) ? at + 1 : at));
    }

    /** Where what a sentence says before a person begins: "breast cancer" of "with breast cancer in her mother". */
    static int start(Reading reading, int from) {
        var at = from;
        var left = FAR;
        while (at > 0 && left > 0) {
            var plain = plain(reading, at - 1);
            if (!Character.isLetterOrDigit(plain.charAt(0)) || SUFFERING.contains(plain)) {
                return at;
            }
            at--;
            left--;
        }
        return at;
    }

    /** "… and he had hypertension", "…, the patient …": the sentence is back at the patient. */
    static boolean isBackAtPatient(Reading reading, int at) {
        var plain = plain(reading, at);
        if (plain.equals("patient")) {
            return plain(reading, at - 1).equals("the")
                    || plain(reading, at - 1).equals("our");
        }
        return (plain.equals("he") || plain.equals("she"))
                && (plain(reading, at - 1).equals(",")
                        || plain(reading, at - 1).equals("and")
                        || plain(reading, at - 1).equals("while"));
    }

    private static String plain(Reading reading, int at) {
        return at < 0 || at >= reading.size() ? "." : reading.get(at).plain();
    }
}
