package org.superbill.coderules.rule;

import java.util.stream.Stream;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A sequela code before the condition that remains. Source: guidelines I.B.10 and I.C.19.a. */
final class SequelaFirst implements CodeRule {
    private static final Rule RULE = new Rule(
            "sequela-first",
            Severity.ERROR,
            "ICD-10-CM Official Guidelines for Coding and Reporting, sections I.B.10 and I.C.19.a (the condition that remains first)",
            "A sequela code is never the first diagnosis",
            "Put the condition that remains, e.g. the scar, first and the sequela code after it.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> check(KnownSet set) {
        return set.first()
                .filter(diagnosis -> Sequelae.isSequela(diagnosis.code()))
                .map(diagnosis -> RULE.finding(
                        diagnosis.pointer(),
                        "%s is the cause of what remains, which is coded before it".formatted(diagnosis.written()),
                        diagnosis.written()));
    }
}
