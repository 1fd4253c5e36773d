package org.superbill.billing.edits;

import java.util.function.Consumer;
import org.superbill.events.EncounterCoded;

/**
 * A line names its procedure by five characters, with at most four modifiers; a facility's line may be told by its revenue code alone. Source: 005010X222A1, loop 2400,
 * SV101; 005010X223A2, loop 2400, SV202 (situational).
 */
final class ProcedurePresent implements Edit {
    private static final EditRule RULE = new EditRule(
            "procedure-code",
            2,
            Severity.ERROR,
            "005010X222A1, loop 2400, SV101; 005010X223A2, loop 2400, SV202",
            "Each line has a procedure code of five characters and at most four modifiers; a facility's may have none of both",
            "Correct the procedure or its modifiers in the coding case");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        for (var line : claim.lines()) {
            if (!isWellFormed(line.line()) && !(claim.isInstitutional() && isByRevenueCode(line.line()))) {
                found.accept(RULE.finding(
                        line,
                        "procedureCode",
                        "Line " + line.number() + " has no procedure with well-formed modifiers"));
            }
        }
    }

    private static boolean isByRevenueCode(EncounterCoded.Line line) {
        return line.procedureCode().isEmpty() && line.modifiers().isEmpty();
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
