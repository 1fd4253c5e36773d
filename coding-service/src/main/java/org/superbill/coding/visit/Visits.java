package org.superbill.coding.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All procedures that the note of an office visit supports. */
public final class Visits {
    private static final int INFANT = 1;
    private static final int[] NEW_FROM_AGE = {INFANT, 5, 12, 18, 40, 65};
    private static final double PREVENTIVE = 0.8;
    private static final int FIRST_NEW = 99381;
    private static final int FIRST_ESTABLISHED = 99391;

    /** Laboratory tests and the like call for no modifier on the visit. */
    private static final Set<String> WITHOUT_MODIFIER = Set.of("87880", "87804", "81002", "81025", "93000", "94010");

    private Visits() {}

    public static List<Procedure> of(Visit visit) {
        var services = new ArrayList<Procedure>(OfficeProcedures.of(visit));
        services.addAll(Immunizations.of(visit));
        var levels = new ArrayList<Procedure>(preventive(visit));
        if (levels.isEmpty()) {
            levels.addAll(VisitLevel.of(visit));
        }
        var all = new ArrayList<Procedure>();
        var separate = services.stream().anyMatch(service -> !WITHOUT_MODIFIER.contains(service.code()));
        for (var level : levels) {
            all.add(
                    separate && level.code().startsWith("99") && !level.code().equals("99417")
                            ? withModifier25(level)
                            : level);
        }
        all.addAll(services);
        return all;
    }

    /** Only a person can say whether the visit was significant and separately identifiable: so it is a hint. */
    private static Procedure withModifier25(Procedure level) {
        var why = new ArrayList<>(level.why());
        why.add(
                "Hint: with a procedure on the same day the visit needs modifier 25, if the record shows a significant, separately identifiable service");
        return new Procedure(
                level.system(),
                level.code(),
                level.title(),
                List.of("25"),
                level.units(),
                level.confidence(),
                level.start(),
                level.end(),
                why);
    }

    /** A preventive visit goes by age, new or established. Source: CPT, preventive medicine services. */
    private static List<Procedure> preventive(Visit visit) {
        var checkup = visit.problems().stream()
                .filter(problem ->
                        problem.code().startsWith("Z000") || problem.code().startsWith("Z0012"))
                .findFirst();
        if (checkup.isEmpty() || visit.ageYears() == null) {
            return List.of();
        }
        var step = 0;
        while (step < NEW_FROM_AGE.length && visit.ageYears() >= NEW_FROM_AGE[step]) {
            step++;
        }
        var fresh = VisitLevel.isNew(visit);
        var start = Math.max(0, visit.text().indexOf(checkup.get().words()));
        return List.of(new Procedure(
                "cpt",
                Integer.toString((fresh ? FIRST_NEW : FIRST_ESTABLISHED) + step),
                "Preventive visit, " + (fresh ? "new" : "established") + " patient, by age",
                List.of(),
                1,
                PREVENTIVE,
                start,
                start,
                List.of("The note is of a preventive examination at age " + visit.ageYears())));
    }
}
