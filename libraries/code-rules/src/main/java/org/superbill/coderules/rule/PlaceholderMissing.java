package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownDiagnosis;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A code whose placeholders X are missing or too many. Source: guideline I.A.4. */
final class PlaceholderMissing implements CodeRule {
    private static final Rule RULE = new Rule(
            "placeholder",
            Severity.ERROR,
            "ICD-10-CM Official Guidelines for Coding and Reporting, section I.A.4 (placeholder X)",
            "Empty places before the 7th character hold X, and no others",
            "Write the code with X in its empty places.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var diagnosis : set.diagnoses()) {
            if (diagnosis.fact() == null) {
                SeventhCharacters.withPlaceholders(set, diagnosis)
                        .ifPresent(meant -> found.accept(finding(diagnosis, Codes.written(List.of(meant)))));
            }
        }
    }

    private static Finding finding(KnownDiagnosis diagnosis, String meant) {
        return RULE.finding(
                List.of(diagnosis.pointer()),
                "There is no code %s; with the placeholder X it is %s".formatted(diagnosis.written(), meant),
                "Write %s.".formatted(meant),
                diagnosis.written());
    }
}
