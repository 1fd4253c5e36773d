package org.superbill.coding.cac;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Years, and "old", that tell when something was. */
final class Years {
    private static final Pattern YEAR = Pattern.compile("(?:19[3-9]|20[0-4])\\d");
    private static final Set<String> BEHIND = Set.of(",", ".", ")", ";", "and", "with", "|");

    private static final int ADJECTIVES = 2;

    private Years() {}

    /** "in 2018" */
    static boolean isIn(Reading reading, int at) {
        return reading.get(at).plain().equals("in") && isYear(reading, at + 1);
    }

    /**
     * "DVT (2020)", "Old anterior MI 2015," right behind a condition; a cancer's year may be that of its diagnosis.
     *
     * @param year of the encounter: what is dated so is not past
     */
    static boolean isOfEntry(Reading reading, List<Dictionary.Match> matches, int at, int year) {
        if (!isYear(reading, at)
                || Integer.parseInt(reading.get(at).plain()) >= year
                || at + 1 < reading.size()
                        && !BEHIND.contains(reading.get(at + 1).plain())) {
            return false;
        }
        var before = at > 0 && reading.get(at - 1).plain().equals("(") ? at - 2 : at - 1;
        return matches.stream()
                .anyMatch(match ->
                        match.last() == before && !Cancers.isOne(match.term().target()));
    }

    /** "Old" of a disease, an adjective or two before it; not of a patient: "old and frail with pneumonia". */
    static boolean isOldDisease(Reading reading, List<Dictionary.Match> matches, int behind) {
        var adjectives = 0;
        for (var at = behind; at < reading.size() && adjectives <= ADJECTIVES; at++) {
            var here = at;
            if (matches.stream().anyMatch(match -> match.first() == here)) {
                return true;
            }
            var plain = reading.get(at).plain();
            if (Reader.isJoint(plain) || !plain.equals("-") && !Character.isLetter(plain.charAt(0))) {
                return false;
            }
            adjectives += plain.equals("-") ? 0 : 1;
        }
        return false;
    }

    private static boolean isYear(Reading reading, int at) {
        return at < reading.size() && YEAR.matcher(reading.get(at).plain()).matches();
    }

    /** What something is said of ends at a colon, and what was "three months after keratoplasty," at the comma. */
    static boolean ends(List<String> trigger, String mark) {
        return mark.equals(":") || mark.equals(",") && trigger.contains("after");
    }
}
