package org.superbill.billing.edits;

import java.util.function.Consumer;
import org.superbill.events.EncounterCoded;

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
    public void check(KnownClaim claim, Consumer<Finding> found) {
        for (var line : claim.lines()) {
            if (!isWellFormed(line.line())) {
                found.accept(RULE.finding(
                        line,
                        "procedureCode",
                        "Line " + line.number() + " has no procedure with well-formed modifiers"));
            }
        }
    }

    private static boolean isWellFormed(EncounterCoded.Line line) {
        if (!Form.code(line.procedureCode(), 5) || line.modifiers().size() > 4) {
            return false;
        }
        for (var modifier : line.modifiers()) {
            if (!Form.code(modifier, 2)) {
                return false;
            }
        }
        return true;
    }
}
