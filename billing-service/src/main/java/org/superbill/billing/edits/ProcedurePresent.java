package org.superbill.billing.edits;

import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;

/** A line names its procedure by five characters, with at most four modifiers. Source: 005010X222A1, loop 2400, SV101. */
final class ProcedurePresent implements Edit {
    private static final EditRule RULE = new EditRule(
            "procedure-code",
            1,
            Severity.ERROR,
            "005010X222A1, loop 2400, SV101",
            "Each line has a procedure code of five characters and at most four modifiers",
            "Correct the procedure or its modifiers in the coding case");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        return Lines.of(facts)
                .filter(line -> !Form.code(line.line().procedureCode(), 5)
                        || line.line().modifiers().size() > 4
                        || line.line().modifiers().stream().anyMatch(modifier -> !Form.code(modifier, 2)))
                .map(line -> RULE.finding(
                        line,
                        "procedureCode",
                        "Line " + line.number() + " has no procedure with well-formed modifiers"));
    }
}
