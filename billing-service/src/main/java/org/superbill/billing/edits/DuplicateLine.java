package org.superbill.billing.edits;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import org.superbill.events.EncounterCoded;

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
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var seen = new HashSet<Service>();
        for (var line : claim.lines()) {
            if (!seen.add(Service.of(line.line()))) {
                found.accept(RULE.finding(line, "procedureCode", "Line " + line.number() + " repeats an earlier line"));
            }
        }
    }

    private record Service(String procedure, List<String> modifiers, LocalDate day) {
        static Service of(EncounterCoded.Line line) {
            return new Service(line.billedCode(), line.modifiers(), line.serviceDate());
        }
    }
}
