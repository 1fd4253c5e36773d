package org.superbill.coderules.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.superbill.coderules.CodeListKind;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownDiagnosis;
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
    public Stream<Finding> check(KnownSet set) {
        return set.encounter().inpatient()
                ? set.first().flatMap(diagnosis -> finding(set, diagnosis).stream())
                : Stream.empty();
    }

    private static Optional<Finding> finding(KnownSet set, KnownDiagnosis diagnosis) {
        return Optional.ofNullable(set.facts().listed(CodeListKind.UNACCEPTABLE_PRINCIPAL, diagnosis.code(), set.day()))
                .map(list -> RULE.sourced(
                        List.of(diagnosis.pointer()),
                        "%s tells of circumstances and is not accepted as principal diagnosis"
                                .formatted(diagnosis.written()),
                        RULE.fix(),
                        list.source(),
                        diagnosis.written()));
    }
}
