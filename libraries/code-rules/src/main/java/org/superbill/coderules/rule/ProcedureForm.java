package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;
import org.superbill.coderules.Terminology;

/** An ICD-10-PCS code that does not have the form of one. Source: ICD-10-PCS guidelines A1 to A5. */
final class ProcedureForm implements CodeRule {
    private static final Rule RULE = new Rule(
            "pcs-form",
            Severity.ERROR,
            "ICD-10-PCS Official Guidelines for Coding and Reporting, section A (A1 to A5: seven characters, never I or O)",
            "An ICD-10-PCS code has seven characters, none of them I or O",
            "Build the code from the PCS tables, one value for each of the seven characters; 0 and 1 are digits.");

    private static final int LENGTH = 7;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var procedure : set.procedures()) {
            if (!Terminology.ICD_10_PCS.accepts(procedure.code())) {
                found.accept(RULE.finding(
                        procedure.pointer(),
                        procedure.code().length() == LENGTH
                                ? "An ICD-10-PCS code has digits and letters other than I and O"
                                : "An ICD-10-PCS code has seven characters, not %d"
                                        .formatted(procedure.code().length()),
                        procedure.code()));
            }
        }
    }
}
