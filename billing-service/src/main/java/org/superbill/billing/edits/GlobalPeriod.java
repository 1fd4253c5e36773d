package org.superbill.billing.edits;

import static java.time.temporal.ChronoUnit.DAYS;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.edittable.EditTables;
import org.superbill.billing.edittable.EditTables.Setting;

/**
 * What the payment of an operation includes. A visit of the same provider on the day of a procedure with 000 or 010 global days needs 25, on the day of one with 090
 * or the day before it 57, in the days after it 24; a procedure in those days 58, 78 or 79. Critical care that has nothing to do with the operation has FT on any of these
 * days. Source: Medicare Claims Processing Manual, chapter 12, sections 40.1, 40.2, 30.6.6 and 30.6.12; NCCI Policy Manual (Medicare), chapter I, section D.
 */
final class GlobalPeriod implements Edit {
    private static final String DAY_ONLY = "000";
    private static final String MINOR = "010";
    private static final String MAJOR = "090";
    private static final int MINOR_DAYS = 10;

    private static final String SEPARATE_VISIT = "25";
    private static final String DECISION = "57";
    private static final String UNRELATED_VISIT = "24";
    private static final String UNRELATED_CRITICAL_CARE = "FT";
    private static final Set<String> CRITICAL_CARE = Set.of("99291", "99292");
    private static final Set<String> LATER_PROCEDURE = Set.of("58", "78", "79");

    private static final EditRule RULE = new EditRule(
            "global-period",
            3,
            Severity.ERROR,
            "Medicare Claims Processing Manual, chapter 12, sections 30.6.6, 30.6.12, 40.1 and 40.2; NCCI Policy Manual (Medicare), chapter I, section D; the physician fee schedule's global days",
            "Nothing is billed that the payment of an operation includes",
            "Remove it; where the record shows that it is not part of the operation, add the modifier that says so: 25 on its day, 57 on the day of a major one"
                    + " or before it, 24 on a visit after it, FT on critical care, 58, 78 or 79 on a procedure after it");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (claim.setting() != Setting.PRACTITIONER) {
            return;
        }
        var tables = claim.context().tables();
        var operations = new ArrayList<Operation>();
        for (var service : claim.services()) {
            var operation = Operation.of(service, tables);
            if (operation != null) {
                operations.add(operation);
            }
        }
        if (operations.isEmpty()) {
            return;
        }
        for (var service : claim.services()) {
            if (service.isOwn()) {
                judge(service, operations, tables, found);
            }
        }
    }

    /** A service that has global days. */
    private record Operation(ServiceLine service, String globalDays) {
        static @Nullable Operation of(ServiceLine service, EditTables tables) {
            var days = tables.globalDays(service.procedureCode(), service.day());
            return days.equals(DAY_ONLY) || days.equals(MINOR) || days.equals(MAJOR)
                    ? new Operation(service, days)
                    : null;
        }

        /** Whether some day of the other service is one of the days after it. */
        boolean isFollowedBy(ServiceLine other) {
            return daysAfter() > 0
                    && other.through().isAfter(service.through())
                    && DAYS.between(service.through(), other.day()) <= daysAfter();
        }

        private int daysAfter() {
            return switch (globalDays) {
                case MINOR -> MINOR_DAYS;
                case MAJOR -> SameDayHistory.DAYS_BEFORE;
                default -> 0;
            };
        }
    }

    /** One finding at most: the first operation that the service belongs to. */
    private static void judge(
            ServiceLine service, List<Operation> operations, EditTables tables, Consumer<Finding> found) {
        var visit = Visits.isVisit(service.procedureCode());
        if (!visit && !operates(service, operations)) {
            return;
        }
        for (var operation : operations) {
            if (!operation.service().is(service)
                    && operation.service().provider().equals(service.provider())) {
                var lacks = visit ? lackOfVisit(service, operation) : lackOfProcedure(service, operation);
                if (lacks != null) {
                    found.accept(finding(service, operation, lacks, tables));
                    return;
                }
            }
        }
    }

    private static boolean operates(ServiceLine service, List<Operation> operations) {
        for (var operation : operations) {
            if (operation.service().is(service)) {
                return true;
            }
        }
        return false;
    }

    /** @return the modifiers of which it has none and needs one; null when it needs none */
    private static @Nullable String lackOfVisit(ServiceLine visit, Operation operation) {
        var modifiers = visit.modifiers();
        if (CRITICAL_CARE.contains(visit.procedureCode()) && modifiers.contains(UNRELATED_CRITICAL_CARE)) {
            return null;
        }
        var major = operation.globalDays().equals(MAJOR);
        var sameDay = operation.service().sameDayAndProvider(visit);
        if (sameDay && !major && !modifiers.contains(SEPARATE_VISIT)) {
            return "25";
        }
        var dayBefore = visit.covers(operation.service().day().minusDays(1));
        if (major && (sameDay || dayBefore) && !modifiers.contains(DECISION)) {
            return "57";
        }
        return operation.isFollowedBy(visit) && !modifiers.contains(UNRELATED_VISIT) ? "24" : null;
    }

    private static @Nullable String lackOfProcedure(ServiceLine procedure, Operation operation) {
        return operation.isFollowedBy(procedure)
                        && procedure.modifiers().stream().noneMatch(LATER_PROCEDURE::contains)
                ? "58, 78 or 79"
                : null;
    }

    private static Finding finding(ServiceLine service, Operation operation, String lacks, EditTables tables) {
        var cause = operation.service();
        return TableFinding.of(
                RULE,
                Objects.requireNonNull(service.own()),
                "modifiers",
                service.procedureCode() + " in line " + service.number() + " is part of " + cause.procedureCode()
                        + " of "
                        + cause.day()
                        + (cause.isOwn() ? "" : ", sent in claim " + cause.claimNumber())
                        + ", which has " + operation.globalDays() + " global days; it lacks modifier " + lacks,
                "Physician fee schedule, release " + tables.releaseOfFees(cause.day()) + ", " + cause.procedureCode()
                        + ", global days " + operation.globalDays(),
                null,
                null);
    }
}
