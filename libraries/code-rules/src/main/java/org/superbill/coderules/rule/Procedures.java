package org.superbill.coderules.rule;

import java.util.Set;
import org.superbill.coderules.Terminology;

/** Which procedures are of a kind that rules need, by number. */
final class Procedures {
    /** HCPCS Level II: miles, which are counted in tenths (Medicare Claims Processing Manual, chapter 15, section 30.1.2). */
    private static final Set<String> MILES = Set.of("A0425", "A0435", "A0436", "P9603", "S0209", "S0215");

    /** CPT: antepartum care, alone (59425, 59426) or with delivery and what follows: one line for visits of months. */
    private static final Set<String> PREGNANCY_CARE = Set.of("59400", "59425", "59426", "59510", "59610", "59618");

    private static final int NUMBER_LENGTH = 5;

    private Procedures() {}

    static boolean isCpt(String code) {
        return Terminology.ofProcedure(code) == Terminology.CPT;
    }

    /** Evaluation and management (CPT 99202-99499; by telephone and video 98000-98016 and 98966-98972), and eye examinations, which take modifier 25 like it. */
    static boolean isEvaluation(String code) {
        var number = number(code);
        return isBetween(number, 99202, 99499)
                || isBetween(number, 98000, 98016)
                || isBetween(number, 98966, 98972)
                || isBetween(number, 92002, 92014);
    }

    /** CPT 80047-89398, pathology and laboratory. */
    static boolean isLaboratory(String code) {
        return isBetween(number(code), 80047, 89398);
    }

    /** CPT 33016-37799, surgery of heart and vessels, 75557-75774, their imaging, and 92920-93799, cardiovascular medicine. */
    static boolean isCardiovascular(String code) {
        var number = number(code);
        return isBetween(number, 33016, 37799) || isBetween(number, 75557, 75774) || isBetween(number, 92920, 93799);
    }

    /** A CPT code of five digits: neither a proprietary test (0001U) nor category II or III. */
    static boolean isCategoryI(String code) {
        return number(code) >= 0;
    }

    static boolean isCareOfPregnancy(String code) {
        return PREGNANCY_CARE.contains(code);
    }

    static boolean isMiles(String code) {
        return MILES.contains(code);
    }

    /** A visit that takes place once: its units are 1. Prolonged, critical care beyond the first hour and care by the month are not among them. */
    static boolean isVisit(String code) {
        var number = number(code);
        return isBetween(number, 99202, 99205)
                || isBetween(number, 99211, 99215)
                || isBetween(number, 99221, 99223)
                || isBetween(number, 99231, 99239)
                || isBetween(number, 99242, 99245)
                || isBetween(number, 99252, 99255)
                || isBetween(number, 99281, 99285)
                || isBetween(number, 99304, 99310)
                || isBetween(number, 99341, 99350)
                || isBetween(number, 99381, 99397)
                || isBetween(number, 92002, 92014);
    }

    /** -1 for a code that is no number. By hand: it is asked for every line of every set. */
    private static int number(String code) {
        if (code.length() != NUMBER_LENGTH) {
            return -1;
        }
        var number = 0;
        for (var i = 0; i < NUMBER_LENGTH; i++) {
            var digit = code.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static boolean isBetween(int number, int first, int last) {
        return number >= first && number <= last;
    }
}
