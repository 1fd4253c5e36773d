package org.superbill.coderules.rule;

import java.util.HashSet;
import java.util.stream.Stream;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A line that points to one diagnosis twice. Source: 005010X222A1, loop 2400, SV107. */
final class PointerDuplicate implements CodeRule {
    private static final Rule RULE = new Rule(
            "pointer-duplicate",
            Severity.ERROR,
            "005010X222A1, loop 2400, SV107",
            "A line points to each diagnosis once",
            "Name each diagnosis once.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> check(KnownSet set) {
        return set.lines().stream()
                .filter(line -> new HashSet<>(line.line().diagnosisPointers()).size()
                        < line.line().diagnosisPointers().size())
                .map(line -> RULE.finding(
                        line.pointer("diagnosisPointers"), "The line points to one diagnosis twice", line.code()));
    }
}
