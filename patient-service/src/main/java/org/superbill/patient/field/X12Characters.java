package org.superbill.patient.field;

/**
 * The characters that a claim can carry: X12's basic and extended sets (005010X222A1, appendix B.1.1.2), without the four that separate
 * ({@code ~ * : ^}). Letters with accents are not among them.
 */
public final class X12Characters {
    private static final String MARKS = " !\"&'()+,-./;?=%@[]_{}\\|<>#$";

    private X12Characters() {}

    public static boolean canCarry(String text) {
        return text.chars().allMatch(X12Characters::isCarried);
    }

    private static boolean isCarried(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || MARKS.indexOf(c) >= 0;
    }
}
