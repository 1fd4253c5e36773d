package org.superbill.coderules.rule;

/** How a drug has come to do harm: T36-T50, poisoning ({@code 1} to {@code 4}), adverse effect ({@code 5}) or underdosing ({@code 6}). */
final class DrugIntent {
    private static final int SIXTH = 5;

    private DrugIntent() {}

    /** The place of the code that says it: the sixth or, where that is X, the fifth; a space where there is none. */
    static char of(String code) {
        if (code.length() <= SIXTH || code.compareTo("T36") < 0 || code.compareTo("T51") >= 0) {
            return ' ';
        }
        return code.charAt(SIXTH) == 'X' ? code.charAt(SIXTH - 1) : code.charAt(SIXTH);
    }

    /** What comes before it: the drug. Of a code that has an intent. */
    static String drug(String code) {
        return code.substring(0, code.charAt(SIXTH) == 'X' ? SIXTH - 1 : SIXTH);
    }
}
