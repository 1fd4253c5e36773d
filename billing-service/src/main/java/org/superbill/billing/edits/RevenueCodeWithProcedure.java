package org.superbill.billing.edits;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An outpatient's line without a procedure is one of supplies and rooms that Medicare pays with other lines; of other revenue codes payers want the procedure too. Source:
 * Medicare Claims Processing Manual, chapter 4, section 20.5.1.1; 005010X223A2, loop 2400, SV202.
 */
final class RevenueCodeWithProcedure implements Edit {
    private static final EditRule RULE = new EditRule(
            "revenue-code-procedure",
            1,
            Severity.WARNING,
            "Medicare Claims Processing Manual, chapter 4, section 20.5.1.1 (packaged revenue codes); 005010X223A2, loop 2400, SV202",
            "Only revenue codes that are packaged stand on an outpatient's line without a procedure",
            "Add the HCPCS code of the service, where there is one");

    private static final Set<String> PACKAGED = new HashSet<>();

    static {
        ProcedureRanges.rows("packaged-revenue-codes.txt", fields -> PACKAGED.addAll(Set.of(fields[0].split(" "))));
    }

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (!claim.isInstitutional() || claim.isStay()) {
            return;
        }
        for (var line : claim.lines()) {
            var revenueCode = line.line().more().revenueCode();
            if (line.line().procedureCode().isEmpty() && revenueCode != null && !PACKAGED.contains(revenueCode)) {
                found.accept(RULE.finding(
                        line,
                        "procedureCode",
                        "Line %d has revenue code %s and no procedure".formatted(line.number(), revenueCode)));
            }
        }
    }
}
