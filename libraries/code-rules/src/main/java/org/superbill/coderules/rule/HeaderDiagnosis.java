package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeFact;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownDiagnosis;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A diagnosis that only groups the codes under it. Source: guideline I.B.2. */
final class HeaderDiagnosis implements CodeRule {
    private static final Rule RULE = new Rule(
            "diagnosis-is-header",
            Severity.ERROR,
            "ICD-10-CM Official Guidelines for Coding and Reporting, section I.B.2 (code to the highest number of characters)",
            "Every diagnosis is coded to its last character",
            "Choose one of the codes under it.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var diagnosis : set.diagnoses()) {
            for (var fact : set.reported(diagnosis)) {
                if (!fact.billable() && fact.place().seventhCharacters().isEmpty()) {
                    found.accept(finding(diagnosis, fact));
                    break;
                }
            }
        }
    }

    private static Finding finding(KnownDiagnosis diagnosis, CodeFact fact) {
        var below = Codes.written(fact.place().billable());
        return RULE.finding(
                List.of(diagnosis.pointer()),
                "%s is a header; only codes under it are reported".formatted(fact.written()),
                below.isEmpty() ? RULE.fix() : "Choose a code under it, e.g. %s.".formatted(below),
                fact.written());
    }
}
