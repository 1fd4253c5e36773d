package org.superbill.coding.cac;

import java.util.List;
import java.util.Set;

/**
 * "Coronary disease without angina, hypertension, hyperlipidemia": what says of a condition that something does not go with it denies that one thing, and the list goes on.
 * "Without fever, chills, chest pain or dyspnea" denies a list.
 */
final class Qualifiers {
    /** What a condition is said to be without in a word; "no" and "without" before others begin a list of what is denied. */
    private static final Set<String> OF_A_CONDITION = Set.of(
            "complication",
            "complications",
            "recurrence",
            "exacerbation",
            "deficit",
            "deficits",
            "sequelae",
            "sequela",
            "angina",
            "rupture",
            "obstruction",
            "metastasis",
            "metastases",
            "relapse",
            "retinopathy",
            "nephropathy",
            "neuropathy",
            "hemorrhage",
            "bleeding",
            "perforation",
            "gangrene");

    private static final Set<String> ARTICLES = Set.of("a", "an");
    private static final Set<String> OTHER_SUBJECTS =
            Set.of("a", "an", "the", "there", "he", "she", "they", "his", "her", "we", "it");

    /** Words of a site or a side may stand between the condition and "without". */
    private static final int BESIDE = 6;

    private static final int FAR = 3;

    private Qualifiers() {}

    /**
     * Whether a denial is over at a comma.
     *
     * @param from first word of the denial
     * @param behind the word behind it
     */
    static boolean endsAt(Reading reading, List<Dictionary.Match> matches, int from, int behind, int comma) {
        return reading.get(comma).plain().equals(",")
                && isQualifying(reading, behind)
                && matches.stream()
                        .anyMatch(match -> isDisease(match) && match.last() < from && match.last() >= from - BESIDE)
                && !isJoined(reading, comma)
                && !goesOn(reading, matches, comma);
    }

    /** "Without treatment, with a family history of …", "without rupture, and a small aneurysm": what follows is there. */
    static boolean turns(Reading reading, int at) {
        var next = at + 1;
        if (reading.get(at).plain().equals("and")) {
            return next < reading.size() && ARTICLES.contains(reading.get(next).plain());
        }
        if (!reading.get(at).plain().equals(",") || next >= reading.size()) {
            return false;
        }
        var word = reading.get(next).plain();
        return word.equals("with")
                || word.equals("so")
                || word.equals("therefore")
                || word.equals("and")
                        && next + 1 < reading.size()
                        && OTHER_SUBJECTS.contains(reading.get(next + 1).plain());
    }

    private static boolean isQualifying(Reading reading, int behind) {
        for (var at = behind; at < Math.min(reading.size(), behind + FAR); at++) {
            if (reading.get(at).plain().equals(",")) {
                return false;
            }
            if (OF_A_CONDITION.contains(reading.get(at).plain())) {
                return true;
            }
        }
        return false;
    }

    /** By "or", or by "and" before another such word: "without retinopathy, nephropathy and neuropathy". */
    private static boolean isJoined(Reading reading, int comma) {
        for (var at = comma; at < reading.size(); at++) {
            var plain = reading.get(at).plain();
            if (plain.equals(";")) {
                return false;
            }
            if (plain.equals("or")
                    || plain.equals("nor")
                    || plain.equals("and")
                            && at + 1 < reading.size()
                            && OF_A_CONDITION.contains(reading.get(at + 1).plain())) {
                return true;
            }
        }
        return false;
    }

    /** With a symptom next it is a list of what is denied. */
    private static boolean goesOn(Reading reading, List<Dictionary.Match> matches, int comma) {
        var end = comma + 1;
        while (end < reading.size() && !reading.get(end).plain().equals(",")) {
            end++;
        }
        for (var match : matches) {
            if (match.first() > comma && match.first() < end) {
                return Symptoms.isSymptom(match.term().target());
            }
        }
        return false;
    }

    private static boolean isDisease(Dictionary.Match match) {
        var target = match.term().target();
        return !Symptoms.isSymptom(target) && !target.startsWith("Z") && !Anatomy.isExternalCause(target);
    }
}
