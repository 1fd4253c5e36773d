package org.superbill.coding.visit;

import java.util.regex.Pattern;

/** Whether a note itself says that Medicare pays: where neither the request nor the case's payer tells. */
public final class Medicare {
    private static final Pattern PAYS = Pattern.compile(
            "(?i)\\b(?:insurance|payer|payor|coverage|insured (?:by|with)|covered by|primary)(?: is)?[: ]+(?:traditional |original |straight )?medicare\\b(?! (?:advantage|supplement|secondary))"
                    + "|\\bmedicare (?:patient|beneficiary|part b|(?:annual |initial |subsequent )?wellness|AWV)\\b|\\bwelcome[- ]to[- ]medicare\\b");

    private Medicare() {}

    public static boolean isNamedIn(String text) {
        return PAYS.matcher(text).find();
    }
}
