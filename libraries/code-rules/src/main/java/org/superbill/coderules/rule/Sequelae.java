package org.superbill.coderules.rule;

import java.util.List;

/** Which codes say that something is the sequela of an earlier condition. */
final class Sequelae {
    private static final int SEVENTH = 6;
    /** B90-B94, E64, E68, G09, O94; not I69, whose codes say what remains (guideline I.B.10). */
    private static final List<String> HEADERS = List.of("B90", "B91", "B92", "B94", "E64", "E68", "G09", "O94");

    private Sequelae() {}

    static boolean isSequela(String code) {
        return isInjurySequela(code) || Codes.isUnder(code, HEADERS);
    }

    /** The 7th character S, which injuries and pathological fractures have. */
    static boolean isInjurySequela(String code) {
        return code.length() == SEVENTH + 1 && code.charAt(SEVENTH) == 'S' && "STM".indexOf(code.charAt(0)) >= 0;
    }

    /** All but the 7th character. */
    static String stem(String code) {
        return code.substring(0, SEVENTH);
    }
}
