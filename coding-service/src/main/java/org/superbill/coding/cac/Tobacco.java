package org.superbill.coding.cac;

import java.util.regex.Pattern;

/** A smoker's code by what is smoked. Source: index, Dependence, drug, nicotine, cigarettes; Smoker (see Dependence, drug, nicotine). */
final class Tobacco {
    private static final Pattern CIGARETTES = Pattern.compile(
            "(?i)cigarette|\\bppd\\b|pack[- ]?(?:years?|yrs?|a day|per day|s a day)|\\bpk[- ]?yrs?|packs?/day|cigs");

    private Tobacco() {}

    static void apply(Candidates codes, ReadNote note) {
        codes.find("F17200").ifPresent(smoker -> {
            if (CIGARETTES.matcher(note.text()).find()) {
                codes.replace(smoker, "F17210", "The note says cigarettes");
            }
        });
    }
}
