package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A code that may only be the first diagnosis, and is not. Source: guideline I.C.21.c.15. */
final class FirstListedOnly implements CodeRule {
    private static final Rule RULE = new Rule(
            "first-listed-only",
            Severity.WARNING,
            "ICD-10-CM Official Guidelines for Coding and Reporting, section I.C.21.c.15 (Z codes that may only be the first diagnosis)",
            "A code that may only be the first diagnosis is the first",
            "Put it first; if the encounter had several parts on one day, say so.");

    private static final List<String> HEADERS = List.of(
            "Z00", "Z01", "Z02", "Z04", "Z332", "Z3181", "Z3183", "Z3184", "Z34", "Z38", "Z39", "Z40", "Z42", "Z510",
            "Z511", "Z52", "Z761", "Z762", "Z9912");

    private static final List<String> EXCEPTIONS = List.of("Z006", "Z529");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var first = set.first();
        if (first != null && onlyFirst(first.code())) {
            return; // encounters of one day whose records are combined
        }
        for (var diagnosis : set.diagnoses()) {
            if (onlyFirst(diagnosis.code())) {
                found.accept(RULE.finding(
                        diagnosis.pointer(),
                        "%s may only be the first diagnosis".formatted(diagnosis.written()),
                        diagnosis.written()));
            }
        }
    }

    static boolean onlyFirst(String code) {
        return code.startsWith("Z") && Codes.isUnder(code, HEADERS) && !Codes.isUnder(code, EXCEPTIONS);
    }
}
