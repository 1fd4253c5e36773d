package org.superbill.x12.check;

/** The National Provider Identifier. Source: 45 CFR 162.406 and CMS's algorithm. */
public final class Npi {
    private Npi() {}

    /** Ten digits, the last of which makes the Luhn sum of 80840 and the number a multiple of ten. */
    public static boolean isValid(String value) {
        if (value.length() != 10 || !CommonRules.isDigits(value)) {
            return false;
        }
        int sum = 24; // what 80840 adds
        for (int at = 0; at < 10; at++) {
            int digit = value.charAt(at) - '0';
            if (at % 2 == 0) {
                digit = digit > 4 ? 2 * digit - 9 : 2 * digit;
            }
            sum += digit;
        }
        return sum % 10 == 0;
    }
}
