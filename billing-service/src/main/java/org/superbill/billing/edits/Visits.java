package org.superbill.billing.edits;

/** Evaluation and management services. Source: NCCI Policy Manual (Medicare), chapter I, section D: 92002-92014 and 99202-99499. */
final class Visits {
    private static final int EYE_FROM = 92002;
    private static final int EYE_TO = 92014;
    private static final int FROM = 99202;
    private static final int TO = 99499;
    private static final int LENGTH = 5;

    private Visits() {}

    static boolean isVisit(String procedureCode) {
        if (procedureCode.length() != LENGTH || procedureCode.charAt(0) != '9') {
            return false;
        }
        var number = 0;
        for (var i = 0; i < LENGTH; i++) {
            var digit = procedureCode.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            number = number * 10 + digit;
        }
        return number >= FROM && number <= TO || number >= EYE_FROM && number <= EYE_TO;
    }
}
