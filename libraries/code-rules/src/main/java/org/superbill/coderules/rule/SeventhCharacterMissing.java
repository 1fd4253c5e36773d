package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A code that lacks its 7th character. Source: guidelines I.A.5 and I.B.2. */
final class SeventhCharacterMissing implements CodeRule {
    private static final Rule RULE = new Rule(
            "seventh-character-missing",
            Severity.ERROR,
            "ICD-10-CM Official Guidelines for Coding and Reporting, sections I.A.5 and I.B.2 (a code without its 7th character is invalid)",
            "Every code that takes a 7th character has one",
            "Add the 7th character, with X in empty places.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var diagnosis : set.diagnoses()) {
            if (!diagnosis.place().seventhCharacters().isEmpty()) {
                found.accept(RULE.finding(
                        List.of(diagnosis.pointer()),
                        "%s needs a 7th character".formatted(diagnosis.written()),
                        "Choose one of %s.".formatted(Codes.written(SeventhCharacters.completed(diagnosis))),
                        diagnosis.written()));
            }
        }
    }
}
