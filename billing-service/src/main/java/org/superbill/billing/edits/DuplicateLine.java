package org.superbill.billing.edits;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;

/** The same service twice on one day is often entered twice by mistake. Source: 005010X222A1, loop 2400, SV1 and DTP*472. */
final class DuplicateLine implements Edit {
    private static final EditRule RULE = new EditRule(
            "duplicate-line",
            1,
            Severity.WARNING,
            "005010X222A1, loop 2400, SV1 and DTP*472",
            "No line repeats procedure, modifiers and date of another",
            "Remove the line, or tell the two apart by a modifier");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        var seen = new HashSet<List<Object>>();
        return Lines.of(facts)
                .filter(line -> !seen.add(List.of(
                        line.line().procedureCode(),
                        line.line().modifiers(),
                        line.line().serviceDate())))
                .map(line -> RULE.finding(line, "procedureCode", "Line " + line.number() + " repeats an earlier line"));
    }
}
