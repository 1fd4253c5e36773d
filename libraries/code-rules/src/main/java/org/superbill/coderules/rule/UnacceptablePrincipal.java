package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeListKind;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A principal diagnosis that is no reason to be admitted. Source: Medicare Code Editor, unacceptable principal diagnosis. */
final class UnacceptablePrincipal implements CodeRule {
    private static final Rule RULE = new Rule(
            "principal-unacceptable",
            Severity.ERROR,
            "Medicare Code Editor",
            "The principal diagnosis of an inpatient is one that Medicare accepts as such",
            "Put the condition first that was the reason for the admission.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var first = set.encounter().inpatient() ? set.first() : null;
        var list =
                first == null ? null : set.facts().listed(CodeListKind.UNACCEPTABLE_PRINCIPAL, first.code(), set.day());
        if (first != null && list != null) {
            found.accept(RULE.sourced(
                    List.of(first.pointer()),
                    "%s tells of circumstances and is not accepted as principal diagnosis".formatted(first.written()),
                    RULE.fix(),
                    list.source(),
                    first.written()));
        }
    }
}
