package org.superbill.coderules.rule;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A procedure that was done outside of the stay. Source: 005010X223A2, loop 2300, HI (BBR, BBQ). */
final class PcsDate implements CodeRule {
    private static final Rule RULE = new Rule(
            "pcs-date",
            Severity.WARNING,
            "005010X223A2, loop 2300, HI, procedure date; Medicare three-day payment window (42 CFR 412.2(c)(5))",
            "Every procedure was done from three days before the admission to the discharge",
            "Check the date of the procedure.");

    private static final int WINDOW_DAYS = 3;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        if (!set.encounter().inpatient() || set.procedures().isEmpty()) {
            return;
        }
        var first = set.encounter().serviceDate().minusDays(WINDOW_DAYS);
        var last = set.encounter().dischargeDate();
        for (var procedure : set.procedures()) {
            if (isOutside(procedure.procedure().date(), first, last)) {
                found.accept(RULE.finding(
                        procedure.pointer() + "/date",
                        "%s was done outside of the stay".formatted(procedure.code()),
                        procedure.code()));
            }
        }
    }

    private static boolean isOutside(@Nullable LocalDate date, LocalDate first, @Nullable LocalDate last) {
        return date != null && (date.isBefore(first) || (last != null && date.isAfter(last)));
    }
}
