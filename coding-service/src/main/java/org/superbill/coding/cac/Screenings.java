package org.superbill.coding.cac;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A screening that is ordered, due, declined or long done is not what the encounter is for: its code goes with the encounter at which it is made. Source: ICD-10-CM Official
 * Guidelines I.C.21.c.5; IV.A.
 */
final class Screenings {
    private static final List<String> CODES = List.of("Z11", "Z12", "Z13");
    private static final Pattern NOT_TODAY = Pattern.compile(
            "(?i)\\b(?:order(?:ed|s|ing)?|due|overdue|refer(?:red|ral|s)?|schedul\\w*|plan(?:ned|s)? (?:for|to|on)|arrang\\w*|recommend\\w*|advis\\w*|discuss\\w*|declin\\w*|refus\\w*|defer\\w*|"
                    + "consider\\w*|request\\w*|next|will|needs?|should|up[- ]to[- ]date|UTD|last|previous\\w*|prior|ago|(?:19|20)\\d\\d|counsel\\w*|encourag\\w*|offered)\\b");
    /** The encounter at which it is made. */
    private static final Pattern TODAY = Pattern.compile(
            "(?i)\\b(?:today|performed|here for|presents? for|encounter for|visit for|underwent|was done|done at this|came for|seen for|scheduled for (?:\\w+ ){0,3}today)\\b");

    private Screenings() {}

    static boolean isOne(Mention mention) {
        return CODES.stream().anyMatch(mention.target()::startsWith);
    }

    static boolean isOfToday(Mention mention, String text) {
        var from = mention.start();
        while (from > 0 && ".;\n".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        var behind = mention.end();
        while (behind < text.length() && ".;\n".indexOf(text.charAt(behind)) < 0) {
            behind++;
        }
        var clause = text.substring(from, behind);
        return TODAY.matcher(clause).find() || !NOT_TODAY.matcher(clause).find();
    }
}
