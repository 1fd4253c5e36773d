package org.superbill.coding.cac;

import java.util.regex.Pattern;

/**
 * A smoker's code by what is smoked, and whether it is still smoked: pack-years are of both. Source: index, Dependence, drug, nicotine, cigarettes; Smoker (see Dependence, drug,
 * nicotine); Tabular List, Z87.891, Excludes1 (current tobacco dependence).
 */
final class Tobacco {
    private static final Pattern CIGARETTES = Pattern.compile(
            "(?i)cigarette|\\bppd\\b|pack[- ]?(?:years?|yrs?|a day|per day|s a day)|\\bpk[- ]?yrs?|packs?/day|cigs");
    private static final String NO_OTHER_DRUG =
            "(?! (?:(?!cigar|tobacco|pipe|pack)[\\w-]+ ){0,3}(?:marijuana|cannabis|weed|pot|hashish|crack|cocaine|heroin|meth\\w*)\\b)";
    private static final Pattern STILL = Pattern.compile(
            "(?i)(?<!no longer )\\bsmokes\\b" + NO_OTHER_DRUG
                    + "|\\b(?:still|currently|actively|continues to|continued to|keeps|has not stopped|has not quit) smok(?:es|ing|e)\\b"
                    + NO_OTHER_DRUG
                    + "|\\b(?:current|active|ongoing|persistent) (?:(?:every[- ]day|daily|heavy|cigarette|tobacco) )?smok(?:er|ing)\\b");

    private Tobacco() {}

    static void apply(Candidates codes, ReadNote note) {
        codes.find("Z87891").ifPresent(former -> {
            if (note.says(STILL, 0, note.text().length())) {
                codes.replace(former, "F17200", "The note says that it is still smoked");
            }
        });
        for (var smoker : codes.all("F17200")) {
            if (note.has(CIGARETTES)) {
                codes.replace(smoker, "F17210", "The note says cigarettes");
            }
        }
    }
}
