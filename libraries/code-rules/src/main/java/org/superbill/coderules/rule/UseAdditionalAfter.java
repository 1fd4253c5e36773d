package org.superbill.coderules.rule;

import java.util.List;
import java.util.stream.Stream;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A code that stands before the one that asks for it as an additional code. Source: guideline I.A.13; the note itself. */
final class UseAdditionalAfter implements CodeRule {
    private static final Rule RULE = new Rule(
            "use-additional-order",
            Severity.WARNING,
            "ICD-10-CM Official Guidelines for Coding and Reporting, section I.A.13 (use additional code)",
            "What a use-additional-code note names stands after the code",
            "Move it after the code whose note asks for it.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> check(KnownSet set) {
        return set.first()
                .flatMap(first -> set.diagnoses().stream()
                        .filter(other -> !other.first() && !CodeFirst.names(set, first, other))
                        .flatMap(other -> UseAdditional.asked(set, other)
                                .filter(note -> note.note().names(first.code()))
                                .limit(1)
                                .map(note -> RULE.sourced(
                                        List.of(first.pointer(), other.pointer()),
                                        "%s is an additional code to %s and stands before it"
                                                .formatted(first.written(), other.written()),
                                        RULE.fix(),
                                        note.source(),
                                        first.written(),
                                        other.written()))));
    }
}
