package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeListKind;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A principal diagnosis that rarely needs a stay. Source: Medicare Code Editor, questionable admission. */
final class QuestionableAdmission implements CodeRule {
    private static final Rule RULE = new Rule(
            "admission-questionable",
            Severity.WARNING,
            "Medicare Code Editor",
            "The principal diagnosis of an inpatient is a usual reason for a stay",
            "Check that the record shows why the patient had to stay.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var first = set.encounter().inpatient() ? set.first() : null;
        var list =
                first == null ? null : set.facts().listed(CodeListKind.QUESTIONABLE_ADMISSION, first.code(), set.day());
        if (first != null && list != null) {
            found.accept(RULE.sourced(
                    List.of(first.pointer()),
                    "%s alone is a questionable reason for a stay".formatted(first.written()),
                    RULE.fix(),
                    list.source(),
                    first.written()));
        }
    }
}
