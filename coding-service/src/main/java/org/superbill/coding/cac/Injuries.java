package org.superbill.coding.cac;

import java.util.Set;

/** Open wounds: a bite has a code of its own beside the laceration's. */
final class Injuries {
    private static final Set<String> OPEN_WOUNDS = Set.of("S01", "S41", "S51", "S61", "S71", "S81", "S91");
    private static final int KIND = 4;

    private Injuries() {}

    /** A laceration of an animal's or a person's teeth is an open bite. Source: index, Bite; Laceration. */
    static void bites(Candidates codes, CodeBook book) {
        if (!codes.has("W540", "W5501", "W503")) {
            return;
        }
        for (var wound : codes.all("S")) {
            var code = wound.code();
            if (code.length() > KIND
                    && OPEN_WOUNDS.contains(code.substring(0, 3))
                    && (code.charAt(KIND) == '1' || code.charAt(KIND) == '2')) {
                var bite = code.substring(0, KIND) + '5' + code.substring(KIND + 1);
                if (book.isBillable(bite)) {
                    codes.replace(wound, bite, "The wound is a bite: index, Bite, by site");
                }
            }
        }
    }
}
