package org.superbill.x12;

/**
 * The characters that a text in a file can have: X12's basic and extended sets (005010X222A1, appendix B.1.1.2), without the four that
 * separate ({@code ~ * : ^}). Letters with accents are not among them.
 */
public final class X12Characters {
    private static final String NOT_LETTERS = " !\"&'()+,-./;?=%@[]_{}\\|<>#$0123456789";
    private static final boolean[] CARRIED = new boolean[128];

    static {
        for (var letter = 'A'; letter <= 'Z'; letter++) {
            CARRIED[letter] = true;
            CARRIED[Character.toLowerCase(letter)] = true;
        }
        NOT_LETTERS.chars().forEach(other -> CARRIED[other] = true);
    }

    private X12Characters() {}

    /** By hand: it runs over every text of every claim. */
    public static boolean canCarry(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= CARRIED.length || !CARRIED[c]) {
                return false;
            }
        }
        return true;
    }
}
