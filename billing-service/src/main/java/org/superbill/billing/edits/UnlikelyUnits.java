package org.superbill.billing.edits;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.superbill.billing.edittable.UnitLimit;

/**
 * More units of a code than CMS thinks likely. MAI 1 judges each line; 2 and 3 judge the sum of patient, provider and day over lines and claims, whatever
 * their modifiers, and all those units are at risk. 2 is absolute, 3 can be passed with a reason. Of a line that spans days, one of the claim or one sent before, its
 * units divided by the number of days and rounded to the nearest whole number count on each of them; a claim is judged by its worst day. A limit of zero by CMS's policy is
 * what Medicare does not pay for, which says nothing to another payer; a line that tells Medicare that it is excluded by statute (GY) is denied as that, whatever its units, and counts for no other. Medicaid is judged by limits of its own, which differ (Social Security Act, 1903(r)(1)(B)(iv)) and are not among the tables here: to it the findings
 * by Medicare's are warnings. Source: NCCI Policy Manual (Medicare), chapter I, section V; CMS change request 6712 (lines that span days).
 */
final class UnlikelyUnits implements Edit {
    private static final EditRule RULE = new EditRule(
            "units-unlikely",
            4,
            Severity.ERROR,
            "NCCI Policy Manual (Medicare), chapter I, section V; medically unlikely edits",
            "No code has more units than the medically unlikely edit in force on the day",
            "Correct the units to what the record supports; at MAI 1 put what is a separate service on a line of its own with its modifier; at MAI 3 say why the units"
                    + " are medically necessary");

    /** Part B, part A, and the plans in their place. */
    private static final Set<String> MEDICARE = Set.of("MB", "MA", "16");

    private static final String MEDICAID = "MC";

    /** Excluded by statute: Medicare denies the line without looking at its units. Source: Medicare Claims Processing Manual, chapter 1, section 60.4.2. */
    private static final String EXCLUDED = "GY";

    /** As the rationale of the row begins, where the limit is no count of what is likely. */
    private static final String POLICY = "CMS Policy";

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var sums = new HashMap<DayOfCode, BigDecimal>();
        var services = judged(claim);
        for (var service : services) {
            if (service.isOwn()) {
                claim.context()
                        .tables()
                        .unitLimit(claim.setting(), service.procedureCode(), service.day())
                        .filter(limit -> !isOfMedicareOnly(limit) || isToMedicare(claim))
                        .ifPresent(limit -> judge(service, limit, services, sums, milder(claim, found)));
            }
        }
    }

    /** Units of what Medicare denies as excluded are none of a day's either. */
    private static List<ServiceLine> judged(KnownClaim claim) {
        return isToMedicare(claim)
                ? claim.services().stream()
                        .filter(service -> !service.modifiers().contains(EXCLUDED))
                        .toList()
                : claim.services();
    }

    private static Consumer<Finding> milder(KnownClaim claim, Consumer<Finding> found) {
        return claim.facts().payer().claimFilingIndicator().equals(MEDICAID)
                ? finding -> found.accept(finding.asWarning(false)
                        .saying(finding.message()
                                + "; that is Medicare's limit: Medicaid's own may differ, and is not loaded"))
                : found;
    }

    private static boolean isOfMedicareOnly(UnitLimit limit) {
        return limit.units() == 0 && limit.rationale().startsWith(POLICY);
    }

    private static boolean isToMedicare(KnownClaim claim) {
        return MEDICARE.contains(claim.facts().payer().claimFilingIndicator());
    }

    /** Of which units are counted once for all lines that share it. */
    private record DayOfCode(String procedureCode, UUID provider, LocalDate day) {}

    private static void judge(
            ServiceLine service,
            UnitLimit limit,
            List<ServiceLine> services,
            Map<DayOfCode, BigDecimal> sums,
            Consumer<Finding> found) {
        var line = service.own();
        var units = limit.byLine() ? service.unitsOfADay() : unitsOfDay(service, services, sums);
        if (line == null || units.compareTo(BigDecimal.valueOf(limit.units())) <= 0) {
            return;
        }
        var finding = TableFinding.of(
                RULE, line, "units", message(service, limit, units), row(limit), limit.effectiveFrom(), null);
        found.accept(limit.byLine() || limit.absolute() ? finding : finding.asWarning(true));
    }

    /** On the day of the service that has the most: its first, or one on which another begins. */
    private static BigDecimal unitsOfDay(
            ServiceLine service, List<ServiceLine> services, Map<DayOfCode, BigDecimal> sums) {
        var most = unitsOn(service.day(), service, services, sums);
        if (service.through().isAfter(service.day())) {
            for (var other : services) {
                if (service.covers(other.day()) && other.procedureCode().equals(service.procedureCode())) {
                    most = most.max(unitsOn(other.day(), service, services, sums));
                }
            }
        }
        return most;
    }

    private static BigDecimal unitsOn(
            LocalDate day, ServiceLine service, List<ServiceLine> services, Map<DayOfCode, BigDecimal> sums) {
        return sums.computeIfAbsent(
                new DayOfCode(service.procedureCode(), service.provider(), day), key -> sum(day, service, services));
    }

    private static BigDecimal sum(LocalDate day, ServiceLine service, List<ServiceLine> services) {
        var units = BigDecimal.ZERO;
        for (var other : services) {
            if (other.procedureCode().equals(service.procedureCode())
                    && other.provider().equals(service.provider())
                    && other.covers(day)) {
                units = units.add(other.unitsOfADay());
            }
        }
        return units;
    }

    private static String message(ServiceLine service, UnitLimit limit, BigDecimal units) {
        var count = units.stripTrailingZeros().toPlainString();
        return limit.byLine()
                ? "Line " + service.number() + " has " + count + " units of " + service.procedureCode() + "; at most "
                        + limit.units() + " are likely on a line"
                : "The day has " + count + " units of " + service.procedureCode()
                        + " over all lines and claims; at most " + limit.units() + " are likely, and all " + count
                        + " are at risk";
    }

    private static String row(UnitLimit limit) {
        return "Medically unlikely edits, release " + limit.release() + ", " + limit.procedureCode() + ": "
                + limit.units() + ", MAI " + limit.adjudicationIndicator() + ", " + limit.rationale();
    }
}
