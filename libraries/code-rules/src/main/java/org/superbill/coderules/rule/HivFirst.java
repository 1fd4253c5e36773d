package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** HIV disease behind a condition that is related to it in most. A patient may be treated for an unrelated one. Source: guideline I.C.1.a.2.b and c. */
final class HivFirst implements CodeRule {
    private static final Rule RULE = new Rule(
            "hiv-first",
            Severity.WARNING,
            "ICD-10-CM Official Guidelines for Coding and Reporting, section I.C.1.a.2.b (admitted for an HIV-related condition)",
            "HIV disease stands before the conditions that are related to it",
            "Put B20 first; where the first diagnosis has nothing to do with it, say so.");

    private static final String HIV = "B20";
    /** Infections and tumors by which AIDS is known (CDC, Revised Surveillance Case Definition for HIV Infection, 2014, appendix: stage-3-defining opportunistic illnesses), as far as others rarely have them. */
    private static final List<String> RELATED =
            List.of("A072", "A073", "A312", "A812", "B25", "B371", "B3781", "B393", "B45", "B582", "B59", "C46");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var first = set.first();
        var hiv = first != null && Codes.isUnder(first.code(), RELATED) ? Codes.firstUnder(set, List.of(HIV)) : null;
        if (first != null && hiv != null) {
            found.accept(RULE.finding(
                    List.of(hiv.pointer(), first.pointer()),
                    "B20 stands behind %s, which is related to it in most".formatted(first.written()),
                    RULE.fix(),
                    hiv.written(),
                    first.written()));
        }
    }
}
