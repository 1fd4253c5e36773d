package org.superbill.coding.cac;

import java.util.Set;

/** "HIV serology": a test does not make the disease that it is for, unless it is positive. */
final class TestsForDiseases {
    static final Set<String> WORDS = Set.of(
            "test",
            "tests",
            "testing",
            "serology",
            "serologies",
            "serological",
            "culture",
            "cultures",
            "pcr",
            "antibodies",
            "antibody",
            "antigen",
            "markers",
            "panel",
            "smear",
            "smears",
            "screening",
            "toxin",
            "staining");

    /** Behind a test these say that the disease is there. */
    private static final Set<String> FOUND =
            Set.of("positive", "reactive", "confirmed", "detected", "demonstrated", "grew");

    private static final int BEHIND_A_TEST = 5;

    private TestsForDiseases() {}

    /** Whether a phrase names one. */
    static boolean isIn(Reading reading, int from, int behind) {
        for (var i = from; i < behind; i++) {
            if (WORDS.contains(reading.get(i).plain())) {
                return true;
            }
        }
        return false;
    }

    /** "HIV serology was positive" */
    static boolean isFoundBehind(Reading reading, int behind) {
        for (var i = behind; i < Math.min(reading.size(), behind + BEHIND_A_TEST); i++) {
            if (FOUND.contains(reading.get(i).plain())) {
                return true;
            }
        }
        return false;
    }
}
