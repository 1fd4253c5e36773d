package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownDiagnosis;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.NotedEntry;
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
    public void check(KnownSet set, Consumer<Finding> found) {
        var first = set.first();
        if (first == null) {
            return;
        }
        var codeFirst = CodeFirst.notes(set, first);
        for (var other : set.diagnoses()) {
            var note = other.first() || CodeFirst.naming(codeFirst, other) != null ? null : asking(set, other, first);
            if (note != null) {
                found.accept(RULE.sourced(
                        List.of(first.pointer(), other.pointer()),
                        "%s is an additional code to %s and stands before it"
                                .formatted(first.written(), other.written()),
                        RULE.fix(),
                        note.source(),
                        first.written(),
                        other.written()));
            }
        }
    }

    /** The first note of the one that asks for the other as an additional code. */
    private static NotedEntry.@Nullable Placed asking(KnownSet set, KnownDiagnosis one, KnownDiagnosis other) {
        return CodeFirst.naming(UseAdditional.asked(set, one), other);
    }
}
