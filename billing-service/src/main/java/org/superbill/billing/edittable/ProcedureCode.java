package org.superbill.billing.edittable;

/** CPT and HCPCS codes as numbers: five digits or letters are one number to the base of 36, so that a table of millions of codes is an array. */
final class ProcedureCode {
    static final int LENGTH = 5;
    /** Of what is no code. */
    static final int NONE = -1;

    private static final int BASE = 36;
    private static final int LETTERS_FROM = 10;

    private ProcedureCode() {}

    /** @return {@link #NONE} for what is not five digits or capital letters */
    static int number(String code) {
        if (code.length() != LENGTH) {
            return NONE;
        }
        var number = 0;
        for (var i = 0; i < LENGTH; i++) {
            var c = code.charAt(i);
            if (c >= '0' && c <= '9') {
                number = number * BASE + (c - '0');
            } else if (c >= 'A' && c <= 'Z') {
                number = number * BASE + (c - 'A' + LETTERS_FROM);
            } else {
                return NONE;
            }
        }
        return number;
    }

    static String text(int number) {
        var text = new char[LENGTH];
        var rest = number;
        for (var i = LENGTH - 1; i >= 0; i--) {
            var digit = rest % BASE;
            text[i] = (char) (digit < LETTERS_FROM ? '0' + digit : 'A' + digit - LETTERS_FROM);
            rest /= BASE;
        }
        return new String(text);
    }

    /** Whether the text is a procedure code: five digits or capital letters, not letters alone. */
    static boolean is(String text) {
        return number(text) != NONE && text.chars().anyMatch(Character::isDigit);
    }
}
