package org.superbill.coderules;

/**
 * How the codes of a system look: looked at character by character, since it is asked for every line of every set.
 *
 * @param shortest characters
 * @param longest characters
 * @param first characters that may be the first
 * @param middle those that may be between the first and the last
 * @param last those that may be the last
 */
record CodeForm(int shortest, int longest, String first, String middle, String last) {
    static final String DIGITS = "0123456789";
    static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static final String BOTH = DIGITS + LETTERS;
    /** Neither I nor O. */
    static final String PCS = DIGITS + "ABCDEFGHJKLMNPQRSTUVWXYZ";

    boolean matches(String code) {
        var end = code.length() - 1;
        if (code.length() < shortest
                || code.length() > longest
                || first.indexOf(code.charAt(0)) < 0
                || last.indexOf(code.charAt(end)) < 0) {
            return false;
        }
        for (var i = 1; i < end; i++) {
            if (middle.indexOf(code.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
