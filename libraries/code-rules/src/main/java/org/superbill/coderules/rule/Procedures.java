package org.superbill.coderules.rule;

import java.util.Set;

/** Which procedures are of a kind that rules need, by number. */
final class Procedures {
    /** HCPCS Level II: Medicare's preventive, prolonged and other visits. */
    private static final Set<String> HCPCS_EVALUATIONS = Set.of(
            "G0101", "G0402", "G0438", "G0439", "G0463", "G0245", "G0246", "G0380", "G0381", "G0382", "G0383", "G0384",
            "G0316", "G0317", "G0318", "G2212", "G0466", "G0467", "G0468", "G0469", "G0470", "S0610", "S0612", "S0613");

    private static final int NUMBER_LENGTH = 5;

    private Procedures() {}

    /** Evaluation and management (CPT 99202-99499), and what takes modifier 25 like it: eye examinations, psychiatric and preventive visits. */
    static boolean isEvaluation(String code) {
        return isBetween(code, 99202, 99499) || isBetween(code, 92002, 92014) || HCPCS_EVALUATIONS.contains(code);
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
