package org.superbill.billing.edits;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.superbill.billing.edittable.UnitLimit;
import org.superbill.billing.reference.ClaimFacts;

/**
 * More units of a code than CMS thinks likely. MAI 1 judges each line; 2 and 3 judge the sum of patient, provider and day over lines and claims, whatever
 * their modifiers, and all those units are at risk. 2 is absolute, 3 can be passed with a reason. Source: NCCI Policy Manual (Medicare), chapter I, section V.
 */
final class UnlikelyUnits implements Edit {
    private static final EditRule RULE = new EditRule(
            "units-unlikely",
            1,
            Severity.ERROR,
            "NCCI Policy Manual (Medicare), chapter I, section V; medically unlikely edits",
            "No code has more units than the medically unlikely edit in force on the day",
            "Correct the units to what the record supports; at MAI 1 put what is a separate service on a line of its own with its modifier; at MAI 3 say why the units"
                    + " are medically necessary");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        var setting = ServiceLine.setting(facts);
        var services = ServiceLine.of(facts, context.history());
        return services.stream()
                .filter(ServiceLine::isOwn)
                .flatMap(service -> context.tables().unitLimit(setting, service.procedureCode(), service.day()).stream()
                        .flatMap(limit -> judge(service, limit, services)));
    }

    private static Stream<Finding> judge(ServiceLine service, UnitLimit limit, List<ServiceLine> services) {
        var units = limit.byLine() ? service.units() : unitsOfDay(service, services);
        var line = service.own();
        if (line == null || units.compareTo(BigDecimal.valueOf(limit.units())) <= 0) {
            return Stream.empty();
        }
        var finding = TableFinding.of(
                RULE, line, "units", message(service, limit, units), row(limit), limit.effectiveFrom(), null);
        return Stream.of(limit.byLine() || limit.absolute() ? finding : finding.asWarning(true));
    }

    private static BigDecimal unitsOfDay(ServiceLine service, List<ServiceLine> services) {
        return services.stream()
                .filter(other -> other.procedureCode().equals(service.procedureCode()))
                .filter(service::sameDayAndProvider)
                .map(ServiceLine::units)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String message(ServiceLine service, UnitLimit limit, BigDecimal units) {
        var count = units.stripTrailingZeros().toPlainString();
        return limit.byLine()
                ? "Line %d has %s units of %s; at most %d are likely on a line"
                        .formatted(service.number(), count, service.procedureCode(), limit.units())
                : "The day has %s units of %s over all lines and claims; at most %d are likely, and all %s are at risk"
                        .formatted(count, service.procedureCode(), limit.units(), count);
    }

    private static String row(UnitLimit limit) {
        return "Medically unlikely edits, release %s, %s: %d, MAI %d, %s"
                .formatted(
                        limit.release(),
                        limit.procedureCode(),
                        limit.units(),
                        limit.adjudicationIndicator(),
                        limit.rationale());
    }
}
