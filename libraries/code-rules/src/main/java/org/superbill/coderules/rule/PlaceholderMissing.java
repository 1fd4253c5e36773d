package org.superbill.coderules.rule;

import java.util.List;
import java.util.stream.Stream;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
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
    public Stream<Finding> check(KnownSet set) {
        return set.diagnoses().stream()
                .flatMap(diagnosis -> SeventhCharacters.withPlaceholders(set, diagnosis).stream()
                        .map(meant -> RULE.finding(
                                List.of(diagnosis.pointer()),
                                "There is no code %s; with the placeholder X it is %s"
                                        .formatted(diagnosis.written(), Codes.written(List.of(meant))),
                                "Write %s.".formatted(Codes.written(List.of(meant))),
                                diagnosis.written())));
    }
}
