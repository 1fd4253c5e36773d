package org.superbill.billing.edits;

import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;
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
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        return facts.isInstitutional()
                ? Stream.empty()
                : Lines.of(facts)
                        .filter(line -> Services.isAnaesthesiaByTime(line.line())
                                && line.line().more().minutes() == null)
                        .map(line -> RULE.finding(
                                line.pointer("details/minutes"),
                                "Line " + line.number() + " is anaesthesia without its minutes"));
    }
}
