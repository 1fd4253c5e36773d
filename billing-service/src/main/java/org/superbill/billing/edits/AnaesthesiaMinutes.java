package org.superbill.billing.edits;

import java.util.function.Consumer;
import org.superbill.billing.reference.Services;

/** Anaesthesia is billed by minutes. Source: 005010X222A1, loop 2400, SV103. */
final class AnaesthesiaMinutes implements Edit {
    private static final EditRule RULE = new EditRule(
            "anaesthesia-minutes",
            1,
            Severity.ERROR,
            "005010X222A1, loop 2400, SV103 (MJ)",
            "Each anaesthesia line that is billed by time has its minutes",
            "Complete the encounter again with details.minutes on the service");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (claim.isInstitutional()) {
            return;
        }
        for (var line : claim.lines()) {
            if (Services.isAnaesthesiaByTime(line.line()) && line.line().more().minutes() == null) {
                found.accept(RULE.finding(
                        line, "details/minutes", "Line " + line.number() + " is anaesthesia without its minutes"));
            }
        }
    }
}
