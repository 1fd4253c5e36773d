package org.superbill.billing.edits;

import java.util.function.Consumer;
import org.superbill.billing.edittable.AddOn;
import org.superbill.billing.edittable.EditTables;

/**
 * A code that is only paid beside its primary, by the same provider on the same day, in this claim or in one that was sent. Type 1 needs a listed primary, type 2
 * any procedure that is no add-on itself, type 3 a listed one, else a warning. Source: NCCI Policy Manual (Medicare), chapter I, section R; NCCI add-on code edits.
 */
final class AddOnBesidePrimary implements Edit {
    private static final int LISTED = 1;
    private static final int BY_CONTRACTOR = 2;

    private static final EditRule RULE = new EditRule(
            "add-on-primary",
            2,
            Severity.ERROR,
            "NCCI Policy Manual (Medicare), chapter I, section R; NCCI add-on code edits",
            "An add-on code stands beside its primary code, of the same provider and day",
            "Add the primary procedure, or send the add-on with the claim that has it; where there was none, remove the add-on");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var tables = claim.context().tables();
        for (var service : claim.services()) {
            if (service.isOwn()) {
                tables.addOn(service.procedureCode(), service.day())
                        .ifPresent(addOn -> judge(service, addOn, claim, found));
            }
        }
    }

    private static void judge(ServiceLine service, AddOn addOn, KnownClaim claim, Consumer<Finding> found) {
        var line = service.own();
        var tables = claim.context().tables();
        if (line == null || claim.services().stream().anyMatch(other -> isPrimary(other, service, addOn, tables))) {
            return;
        }
        var finding = TableFinding.of(
                RULE,
                line,
                "procedureCode",
                "Line " + service.number() + " has the add-on code " + service.procedureCode() + " without "
                        + missing(addOn) + " of the same provider and day",
                "NCCI add-on code edits, release " + addOn.release() + ", " + addOn.procedureCode() + ", type "
                        + addOn.type(),
                addOn.effectiveFrom(),
                null);
        found.accept(addOn.type() == LISTED || addOn.type() == BY_CONTRACTOR ? finding : finding.asWarning(false));
    }

    private static boolean isPrimary(ServiceLine other, ServiceLine service, AddOn addOn, EditTables tables) {
        if (other.is(service) || !service.sameDayAndProvider(other)) {
            return false;
        }
        return addOn.type() == BY_CONTRACTOR
                ? !other.procedureCode().isEmpty() && !tables.isAddOn(other.procedureCode(), other.day())
                : addOn.primaries().contains(other.procedureCode());
    }

    private static String missing(AddOn addOn) {
        return switch (addOn.type()) {
            case LISTED -> "a primary code that is listed for it";
            case BY_CONTRACTOR -> "any primary procedure";
            default -> "a primary code that is listed for it (the payer may accept others)";
        };
    }
}
