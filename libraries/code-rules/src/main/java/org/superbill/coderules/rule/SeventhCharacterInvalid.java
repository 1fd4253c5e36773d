package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownDiagnosis;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A 7th character that the code does not take. Source: guideline I.A.5; the tabular list. */
final class SeventhCharacterInvalid implements CodeRule {
    private static final Rule RULE = new Rule(
            "seventh-character-invalid",
            Severity.ERROR,
            "ICD-10-CM Official Guidelines for Coding and Reporting, section I.A.5 (7th characters)",
            "A 7th character is one that the code takes",
            "Choose a 7th character that the tabular list has for the code.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var diagnosis : set.diagnoses()) {
            if (diagnosis.fact() == null) {
                SeventhCharacters.stemOf(set, diagnosis).ifPresent(stem -> found.accept(finding(diagnosis, stem)));
            }
        }
    }

    private static Finding finding(KnownDiagnosis diagnosis, SeventhCharacters.Stem stem) {
        return RULE.finding(
                List.of(diagnosis.pointer()),
                stem.seventhCharacters().isEmpty()
                        ? "%s takes no 7th character".formatted(stem.written())
                        : "%s takes %s as its 7th character"
                                .formatted(
                                        stem.written(),
                                        String.join(
                                                ", ", stem.seventhCharacters().split(""))),
                RULE.fix(),
                diagnosis.written());
    }
}
