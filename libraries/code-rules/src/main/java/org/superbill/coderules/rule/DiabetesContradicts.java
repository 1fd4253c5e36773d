package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** Diabetes without complications beside the same diabetes with one. Source: the titles of E08-E13 in the Tabular List; guideline I.C.4.a. */
final class DiabetesContradicts implements CodeRule {
    private static final Rule RULE = new Rule(
            "diabetes-contradicts",
            Severity.ERROR,
            "ICD-10-CM Tabular List, E08.9, E09.9, E10.9, E11.9 and E13.9 (without complications); Official Guidelines for Coding and Reporting, section I.C.4.a (diabetes mellitus)",
            "No diabetes is coded both without complications and with one",
            "Leave the code without complications out.");

    private static final List<String> WITHOUT_COMPLICATIONS = List.of("E089", "E099", "E109", "E119", "E139");
    private static final int CATEGORY = 3;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var without : set.diagnoses()) {
            if (WITHOUT_COMPLICATIONS.contains(without.code())) {
                set.diagnoses().stream()
                        .filter(other -> !other.code().equals(without.code())
                                && other.code().startsWith(without.code().substring(0, CATEGORY)))
                        .findFirst()
                        .ifPresent(other -> found.accept(RULE.finding(
                                List.of(without.pointer(), other.pointer()),
                                "%s says that there are no complications, and %s says more of the same diabetes"
                                        .formatted(without.written(), other.written()),
                                RULE.fix(),
                                without.written(),
                                other.written())));
            }
        }
    }
}
