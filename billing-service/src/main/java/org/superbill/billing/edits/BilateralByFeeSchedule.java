package org.superbill.billing.edits;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.superbill.billing.edittable.EditTables;
import org.superbill.billing.edittable.EditTables.Setting;

/**
 * Both sides of the body, as the fee schedule's bilateral indicator allows them to be said. 0 and 9: not with modifier 50; 1: one line with modifier 50; 2: priced
 * as both sides, so neither 50 nor a line for each side; 3: as the record has it. Source: Medicare Claims Processing Manual, chapter 12, section 40.7; chapter 23,
 * addendum to the MPFSDB record layout, field 22.
 */
final class BilateralByFeeSchedule implements Edit {
    private static final String BOTH = "50";
    private static final String LEFT = "LT";
    private static final String RIGHT = "RT";

    private static final EditRule RULE = new EditRule(
            "bilateral-indicator",
            2,
            Severity.ERROR,
            "Medicare Claims Processing Manual, chapter 12, section 40.7; the physician fee schedule's bilateral indicator",
            "Both sides are said as the fee schedule's bilateral indicator allows",
            "Indicator 1: one line with modifier 50 and one unit; 2: one line with one unit and no side; 0 and 9: no modifier 50");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (claim.setting() == Setting.OUTPATIENT) {
            return;
        }
        for (var service : claim.services()) {
            if (service.isOwn()) {
                judge(service, claim, found);
            }
        }
    }

    private static void judge(ServiceLine service, KnownClaim claim, Consumer<Finding> found) {
        var both = service.modifiers().contains(BOTH);
        if (!both
                && !service.modifiers().contains(RIGHT)
                && !service.modifiers().contains(LEFT)) {
            return;
        }
        var tables = claim.context().tables();
        var indicator = tables.bilateral(service.procedureCode(), service.day());
        switch (indicator) {
            case "0", "9" -> {
                if (both) {
                    found.accept(finding(
                            service, tables, indicator, "is not a procedure of both sides: modifier 50 is denied"));
                }
            }
            case "1" -> {
                if (!both && hasOtherSide(service, claim.services())) {
                    found.accept(finding(
                                    service,
                                    tables,
                                    indicator,
                                    "is one line with modifier 50 when both sides are treated")
                            .asWarning(false));
                }
            }
            case "2" -> {
                if (both || hasOtherSide(service, claim.services())) {
                    found.accept(
                            finding(service, tables, indicator, "is priced as both sides: a second side is denied"));
                }
            }
            default -> {}
        }
    }

    /** Of two own lines it is said at the right one; of an own one and one that was sent, at the own one. */
    private static boolean hasOtherSide(ServiceLine service, List<ServiceLine> services) {
        var right = service.modifiers().contains(RIGHT);
        var left = service.modifiers().contains(LEFT);
        return services.stream()
                .anyMatch(other -> !other.is(service)
                        && other.procedureCode().equals(service.procedureCode())
                        && (right && other.modifiers().contains(LEFT)
                                || left && !other.isOwn() && other.modifiers().contains(RIGHT))
                        && service.sameDayAndProvider(other));
    }

    private static Finding finding(ServiceLine service, EditTables tables, String indicator, String message) {
        return TableFinding.of(
                RULE,
                Objects.requireNonNull(service.own()),
                "modifiers",
                service.procedureCode() + " in line " + service.number() + " " + message,
                "Physician fee schedule, release " + tables.releaseOfFees(service.day()) + ", "
                        + service.procedureCode() + ", bilateral indicator " + indicator,
                null,
                null);
    }
}
