package org.superbill.coding.visit;

import java.util.regex.Pattern;

/** Whether a note itself says that Medicare pays, or a Medicare Advantage plan: where neither the request nor the case's payer tells. */
public final class Medicare {
    private static final Pattern PAYS = Pattern.compile(
            "(?i)\\b(?:insurance|payer|payor|coverage|insured (?:by|with)|covered by|primary)(?: is)?[: ]+(?:traditional |original |straight )?medicare\\b(?! (?:supplement|secondary))"
                    + "|\\b(?:insurance|payer|payor|coverage|primary)\\b[^.;\\n]{0,30}\\bmedicare advantage\\b|\\bmedicare (?:patient|beneficiary|part b|(?:annual |initial |subsequent )?wellness|AWV)\\b|\\bwelcome[- ]to[- ]medicare\\b");

    private Medicare() {}

    public static boolean isNamedIn(String text) {
        return PAYS.matcher(text).find();
    }
}
