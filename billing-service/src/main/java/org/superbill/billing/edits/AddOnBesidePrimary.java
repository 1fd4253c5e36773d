package org.superbill.billing.edits;

import java.util.List;
import java.util.stream.Stream;
import org.superbill.billing.edittable.AddOn;
import org.superbill.billing.edittable.EditTables;
import org.superbill.billing.reference.ClaimFacts;

/**
 * A code that is only paid beside its primary, by the same provider on the same day, in this claim or in one that was sent. Type 1 needs a listed primary, type 2
 * any procedure that is no add-on itself, type 3 a listed one, else a warning. Source: NCCI Policy Manual (Medicare), chapter I, section R; NCCI add-on code edits.
 */
final class AddOnBesidePrimary implements Edit {
    private static final int LISTED = 1;
    private static final int BY_CONTRACTOR = 2;

    private static final EditRule RULE = new EditRule(
            "add-on-primary",
            1,
            Severity.ERROR,
            "NCCI Policy Manual (Medicare), chapter I, section R; NCCI add-on code edits",
            "An add-on code stands beside its primary code, of the same provider and day",
            "Add the primary procedure, or send the add-on with the claim that has it; where there was none, remove the add-on");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        var tables = context.tables();
        var services = ServiceLine.of(facts, context.history());
        return services.stream()
                .filter(ServiceLine::isOwn)
                .flatMap(service -> tables.addOn(service.procedureCode(), service.day()).stream()
                        .flatMap(addOn -> judge(service, addOn, services, tables)));
    }

    private static Stream<Finding> judge(
            ServiceLine service, AddOn addOn, List<ServiceLine> services, EditTables tables) {
        var line = service.own();
        if (line == null || services.stream().anyMatch(other -> isPrimary(other, service, addOn, tables))) {
            return Stream.empty();
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
        return Stream.of(addOn.type() == LISTED || addOn.type() == BY_CONTRACTOR ? finding : finding.asWarning(false));
    }

    private static boolean isPrimary(ServiceLine other, ServiceLine service, AddOn addOn, EditTables tables) {
        if (other.is(service) || !service.sameDayAndProvider(other)) {
            return false;
        }
        return addOn.type() == BY_CONTRACTOR
                ? !tables.isAddOn(other.procedureCode(), other.day())
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
