package org.superbill.billing.edits;

/** The form of codes and numbers, looked at character by character: an edit runs for every line of every claim. */
final class Form {
    private Form() {}

    static boolean digits(String text, int length) {
        if (text.length() != length) {
            return false;
        }
        for (var i = 0; i < length; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Digits and capital letters. */
    static boolean code(String text, int length) {
        if (text.length() != length) {
            return false;
        }
        for (var i = 0; i < length; i++) {
            var c = text.charAt(i);
            if (!isDigit(c) && !isLetter(c)) {
                return false;
            }
        }
        return true;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
