package org.superbill.coderules.rule;

import java.util.Set;
import org.superbill.coderules.Terminology;

/** Which procedures are of a kind that rules need, by number. */
final class Procedures {
    /** HCPCS Level II: miles, which are counted in tenths (Medicare Claims Processing Manual, chapter 15, section 30.1.2). */
    private static final Set<String> MILES = Set.of("A0425", "A0435", "A0436", "P9603", "S0209", "S0215");

    private static final int NUMBER_LENGTH = 5;

    private Procedures() {}

    static boolean isCpt(String code) {
        return Terminology.ofProcedure(code) == Terminology.CPT;
    }

    /** Evaluation and management (CPT 99202-99499), and eye examinations, which take modifier 25 like it. */
    static boolean isEvaluation(String code) {
        return isBetween(code, 99202, 99499) || isBetween(code, 92002, 92014);
    }

    static boolean isMiles(String code) {
        return MILES.contains(code);
    }

    /** A visit that takes place once: its units are 1. Prolonged, critical care beyond the first hour and care by the month are not among them. */
    static boolean isVisit(String code) {
        return isBetween(code, 99202, 99205)
                || isBetween(code, 99211, 99215)
                || isBetween(code, 99221, 99223)
                || isBetween(code, 99231, 99239)
                || isBetween(code, 99242, 99245)
                || isBetween(code, 99252, 99255)
                || isBetween(code, 99281, 99285)
                || isBetween(code, 99304, 99310)
                || isBetween(code, 99341, 99350)
                || isBetween(code, 99381, 99397)
                || isBetween(code, 92002, 92014);
    }

    private static boolean isBetween(String code, int first, int last) {
        return code.length() == NUMBER_LENGTH
                && code.chars().allMatch(Character::isDigit)
                && Integer.parseInt(code) >= first
                && Integer.parseInt(code) <= last;
    }
}
