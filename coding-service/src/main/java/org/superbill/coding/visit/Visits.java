package org.superbill.coding.visit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** All procedures that the notes of an office visit support together: a service that two of them tell of was given once. */
public final class Visits {
    private static final int INFANT = 1;
    private static final int[] NEW_FROM_AGE = {INFANT, 5, 12, 18, 40, 65};
    private static final double PREVENTIVE = 0.8;
    private static final int FIRST_NEW = 99381;
    private static final int FIRST_ESTABLISHED = 99391;

    /** Below what organizations begin with as their threshold. */
    private static final double DOUBTFUL = 0.6;

    private Visits() {}

    /** Where no drugs of HCPCS are known. */
    public static List<Procedure> of(Visit visit) {
        return of(visit, List.of());
    }

    /** @param drugs that HCPCS Level II has on the day of the visit */
    public static List<Procedure> of(Visit visit, List<DrugCode> drugs) {
        var services = new ArrayList<Procedure>(OfficeProcedures.of(visit));
        services.addAll(InjectedDrugs.of(visit, drugs));
        services.addAll(Immunizations.of(visit));
        var levels = new ArrayList<Procedure>(preventive(visit));
        if (levels.isEmpty()) {
            levels.addAll(VisitLevel.of(visit));
            if (isForTheOperationsAlone(visit, services)) {
                levels.replaceAll(Visits::doubtful);
            }
        }
        var all = new ArrayList<Procedure>();
        var separate = services.stream()
                .anyMatch(service -> !OfficeProcedures.isTest(service.code()) && !InjectedDrugs.isDrug(service));
        for (var level : levels) {
            all.add(
                    separate && level.code().startsWith("99") && !level.code().equals("99417")
                            ? withModifier25(level)
                            : level);
        }
        all.addAll(services);
        return eachOnce(all);
    }

    /** A code that was given several times is one line with the units of all. */
    private static List<Procedure> eachOnce(List<Procedure> all) {
        var byCode = new LinkedHashMap<String, Procedure>();
        all.forEach(procedure -> byCode.merge(procedure.code(), procedure, Procedure::and));
        return List.copyOf(byCode.values());
    }

    /** Whether there was an operation for each problem: the decision for a small one is part of it. Source: NCCI Policy Manual, chapter I, section D. */
    private static boolean isForTheOperationsAlone(Visit visit, List<Procedure> services) {
        var operations = services.stream()
                .filter(service -> OfficeProcedures.isOperation(service))
                .count();
        var problems = visit.problems().stream()
                .map(Visit.Problem::code)
                .filter(code -> !code.startsWith("Z") && !isExternalCause(code))
                .map(code -> code.substring(0, 3))
                .distinct()
                .count();
        return operations > 0 && problems <= operations;
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

    /** Only a person can say whether the visit was significant and separately identifiable: so it is a hint. */
    private static Procedure withModifier25(Procedure level) {
        return level.withModifier(
                "25",
                "Hint: with a procedure on the same day the visit needs modifier 25, if the record shows a significant, separately identifiable service");
    }

    /** A preventive visit goes by age, new or established. Source: CPT, preventive medicine services. */
    private static List<Procedure> preventive(Visit visit) {
        var checkup = visit.problems().stream()
                .filter(problem -> problem.code().startsWith("Z000")
                        || problem.code().startsWith("Z0012")
                        || problem.code().startsWith("Z0141"))
                .findFirst();
        if (checkup.isEmpty() || visit.ageYears() == null) {
            return List.of();
        }
        var step = 0;
        while (step < NEW_FROM_AGE.length && visit.ageYears() >= NEW_FROM_AGE[step]) {
            step++;
        }
        var fresh = VisitLevel.isNew(visit);
        var other = Integer.toString((fresh ? FIRST_ESTABLISHED : FIRST_NEW) + step);
        return List.of(new Procedure(
                "cpt",
                Integer.toString((fresh ? FIRST_NEW : FIRST_ESTABLISHED) + step),
                "Preventive visit, " + (fresh ? "new" : "established") + " patient, by age",
                List.of(),
                1,
                PREVENTIVE,
                checkup.get().said(),
                List.of(
                        Procedure.not(
                                other,
                                fresh
                                        ? "there the same group and specialty has seen the patient within three years"
                                        : "there the same group and specialty has not seen the patient within three years"),
                        "The note is of a preventive examination at age " + visit.ageYears()),
                "that the visit was a comprehensive preventive examination, with what was examined and counseled"));
    }
}
