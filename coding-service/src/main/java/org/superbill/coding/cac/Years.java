package org.superbill.coding.cac;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Years that tell when something was. */
final class Years {
    private static final Pattern YEAR = Pattern.compile("(?:19[3-9]|20[0-4])\\d");
    private static final Set<String> BEHIND = Set.of(",", ".", ")", ";", "and", "with", "|");

    private Years() {}

    /** "in 2018" */
    static boolean isIn(Reading reading, int at) {
        return reading.get(at).plain().equals("in") && isYear(reading, at + 1);
    }

    /** "DVT (2020)", "Old anterior MI 2015," right behind a condition; a cancer's year may be that of its diagnosis. */
    static boolean isOfEntry(Reading reading, List<Dictionary.Match> matches, int at) {
        if (!isYear(reading, at)
                || at + 1 < reading.size()
                        && !BEHIND.contains(reading.get(at + 1).plain())) {
            return false;
        }
        var before = at > 0 && reading.get(at - 1).plain().equals("(") ? at - 2 : at - 1;
        return matches.stream()
                .anyMatch(match ->
                        match.last() == before && !Cancers.isOne(match.term().target()));
    }

    private static boolean isYear(Reading reading, int at) {
        return at < reading.size() && YEAR.matcher(reading.get(at).plain()).matches();
    }
}
