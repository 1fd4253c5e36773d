package org.superbill.billing.edits;

/** National Provider Identifier: ten digits, the last by Luhn over the card issuer prefix 80840 (45 CFR 162.406). */
final class Npi {
    /** What the prefix 80840 adds to the Luhn sum. */
    private static final int PREFIX = 24;

    private Npi() {}

    static boolean isValid(String npi) {
        if (!Form.digits(npi, 10) || (npi.charAt(0) != '1' && npi.charAt(0) != '2')) {
            return false;
        }
        var sum = PREFIX;
        for (var i = 0; i < 10; i++) {
            var digit = npi.charAt(9 - i) - '0';
            var doubled = digit * 2;
            sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
