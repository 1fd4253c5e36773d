package org.superbill.coding.visit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All procedures that the notes of an office visit support together: a service that two of them tell of was given once. */
public final class Visits {
    /** Below what organizations begin with as their threshold. */
    private static final double DOUBTFUL = 0.6;

    /** Obtaining a smear: no visit. */
    private static final String SMEAR = "Q0091";

    /** Visits that took no more than low decision making. */
    private static final Set<String> LOW = Set.of("99202", "99203", "99212", "99213");

    /** Further lesions, nails and centimeters: no operations of their own. Source: CPT, appendix D. */
    private static final Set<String> BESIDE_ANOTHER =
            Set.of("11103", "11105", "11107", "11201", "11732", "13102", "13122", "13133", "13153", "17003");

    private Visits() {}

    /** Where no drugs of HCPCS are known. */
    public static List<Procedure> of(Visit visit) {
        return of(visit, List.of());
    }

    /** @param drugs that HCPCS Level II has on the day of the visit */
    public static List<Procedure> of(Visit visit, List<DrugCode> drugs) {
        var services = new ArrayList<Procedure>(OfficeProcedures.of(visit));
        services.addAll(InsertedDevices.of(visit.text(), services, drugs));
        services.addAll(InjectedDrugs.of(
                visit, drugs.stream().filter(drug -> !drug.isDevice()).toList()));
        services.addAll(Immunizations.of(visit));
        var levels = new ArrayList<Procedure>(Preventive.of(visit));
        if (levels.isEmpty()) {
            levels.addAll(VisitLevel.of(visit, services));
            levels.replaceAll(level -> isForTheOperationsAlone(visit, level, services) ? doubtful(level) : level);
            if (StaffVisits.isOne(visit, services)) {
                levels.replaceAll(Visits::withoutPractitioner);
            }
            if (AfterCare.isOfOperation(visit.text())) {
                levels.replaceAll(AfterCare::withinGlobalPeriod);
            }
            if (AfterCare.isTransition(visit.text())) {
                levels.replaceAll(AfterCare::ofTransition);
                levels.add(AfterCare.transition(visit.text()));
            }
        }
        var all = new ArrayList<Procedure>();
        var separate = OfficeProcedures.others(visit.text()) > 0
                || services.stream()
                        .anyMatch(
                                service -> !OfficeProcedures.isTest(service.code()) && !InjectedDrugs.isDrug(service));
        for (var level : levels) {
            all.add(separate && isVisit(level) ? withModifier25(level) : level);
        }
        all.addAll(services);
        return eachOnce(all);
    }

    /** Not the time beyond it. */
    private static boolean isVisit(Procedure level) {
        return !level.code().equals(TimeRules.prolongedCode(true))
                && !level.code().equals(TimeRules.prolongedCode(false))
                && !level.code().equals(SMEAR);
    }

    /** A code that was given several times is one line with the units of all; other modifiers are another line. */
    private static List<Procedure> eachOnce(List<Procedure> all) {
        var byCode = new LinkedHashMap<List<String>, Procedure>();
        all.forEach(procedure -> byCode.merge(
                Stream.concat(Stream.of(procedure.code()), procedure.modifiers().stream())
                        .toList(),
                procedure,
                Procedure::and));
        return List.copyOf(byCode.values());
    }

    /**
     * Whether there was an operation for each problem: the decision for a small one is part of it. Source: NCCI Policy Manual, chapter I, section D. Beside an operation that
     * is not coded here, of which nobody knows what it was for, a low level is doubtful too.
     */
    private static boolean isForTheOperationsAlone(Visit visit, Procedure level, List<Procedure> services) {
        var operations = services.stream()
                .filter(OfficeProcedures::isOperation)
                .map(Procedure::code)
                .filter(code -> !BESIDE_ANOTHER.contains(code))
                .distinct()
                .count();
        var problems = visit.problems().stream()
                .map(Visit.Problem::code)
                .filter(code -> !code.startsWith("Z") && !isExternalCause(code))
                .map(code -> code.substring(0, 3))
                .distinct()
                .count();
        var others = OfficeProcedures.others(visit.text());
        var all = Math.max(operations, others);
        return all > 0 && problems <= all || others > 0 && LOW.contains(level.code());
    }

    private static boolean isExternalCause(String code) {
        return "VWXY".indexOf(code.charAt(0)) >= 0;
    }

    private static Procedure doubtful(Procedure level) {
        return level.doubted(
                DOUBTFUL,
                "The visit was for what was done: a visit of its own needs work beyond it (NCCI Policy Manual, chapter I, section D)",
                "what was evaluated and managed at the visit beyond what was done and the decision to do it");
    }

    private static Procedure withoutPractitioner(Procedure level) {
        return level.doubted(
                DOUBTFUL,
                "The note tells of what was given, or of staff, and of no practitioner who evaluated anything (NCCI Policy Manual, chapter I, section D, chapter XI, section B)",
                "what a practitioner evaluated and managed at the visit");
    }

    /** Only a person can say whether the visit was significant and separately identifiable: so it is a hint. */
    private static Procedure withModifier25(Procedure level) {
        return level.withModifier(
                "25",
                "Hint: with a procedure on the same day the visit needs modifier 25, if the record shows a significant, separately identifiable service");
    }
}
