package org.superbill.patient.field;

/**
 * The National Provider Identifier: ten digits, of which the first is 1 or 2 and the last a check digit over the other nine and the
 * prefix 80840 (health applications, United States). Source: 45 CFR 162.406; ISO/IEC 7812-1, annex B (Luhn).
 */
public final class Npi {
    /** What the digits of the prefix 80840 add to every sum, so that they need not be walked. */
    private static final int PREFIX_SUM = 24;

    private static final int LENGTH = 10;

    private Npi() {}

    public static boolean isValid(String value) {
        return value.length() == LENGTH
                && (value.charAt(0) == '1' || value.charAt(0) == '2')
                && value.chars().allMatch(c -> c >= '0' && c <= '9')
                && luhnSum(value) % 10 == 0;
    }

    private static int luhnSum(String digits) {
        var sum = PREFIX_SUM;
        for (var i = 0; i < LENGTH; i++) {
            var digit = digits.charAt(i) - '0';
            var weighted =
                    i % 2 == 0 ? 2 * digit : digit; // of ten digits the last counts once, so the first counts double
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum;
    }
}
