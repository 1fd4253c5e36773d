package org.superbill.coding.cac;

import java.util.regex.Pattern;

/** Whether a side of the body that a stroke or a palsy has taken is the dominant one, as the last character of its code. Source: ICD-10-CM Official Guidelines I.C.6.a. */
final class Dominance {
    /** The reason that a code with it is given with. */
    static final String WHY = "Guidelines I.C.6.a: right is taken as the dominant side unless documented otherwise";

    private static final Pattern NOT_DOMINANT = Pattern.compile("(?i)\\bnon-? ?dominant");
    private static final Pattern DOMINANT = Pattern.compile("(?i)\\bdominant (?:side|arm|hand|leg)");
    private static final Pattern LEFT_HANDED = Pattern.compile(
            "(?i)\\bleft[- ]hand(?:ed(?:ness)?|[- ]dominan)\\w*|\\bdominant (?:hand|side) is (?:the )?left");

    private Dominance() {}

    /**
     * @param side right or left
     * @param words what the note says beside the palsy
     * @return 1 or 2 for the dominant right or left, 3 or 4 for the other one
     */
    static char character(Side side, String words, ReadNote note) {
        var right = side == Side.RIGHT;
        var dominant = NOT_DOMINANT.matcher(words).find()
                ? false
                : DOMINANT.matcher(words).find() || right != note.has(LEFT_HANDED);
        return right ? (dominant ? '1' : '3') : dominant ? '2' : '4';
    }
}
