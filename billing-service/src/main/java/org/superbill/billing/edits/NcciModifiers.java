package org.superbill.billing.edits;

import java.util.List;
import java.util.Set;

/** The modifiers that lift an NCCI edit where its indicator is 1. Source: NCCI Policy Manual (Medicare), chapter I, section E. */
final class NcciModifiers {
    private static final Set<String> ASSOCIATED = Set.of(
            // anatomic
            "E1",
            "E2",
            "E3",
            "E4",
            "FA",
            "F1",
            "F2",
            "F3",
            "F4",
            "F5",
            "F6",
            "F7",
            "F8",
            "F9",
            "TA",
            "T1",
            "T2",
            "T3",
            "T4",
            "T5",
            "T6",
            "T7",
            "T8",
            "T9",
            "LT",
            "RT",
            "LC",
            "LD",
            "LM",
            "RC",
            "RI",
            // of the global period
            "24",
            "25",
            "57",
            "58",
            "78",
            "79",
            // others
            "27",
            "59",
            "91",
            "XE",
            "XP",
            "XS",
            "XU");

    private NcciModifiers() {}

    static boolean anyOf(List<String> modifiers) {
        for (var modifier : modifiers) {
            if (ASSOCIATED.contains(modifier)) {
                return true;
            }
        }
        return false;
    }
}
