package org.superbill.coding.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The level of an office visit: by medical decision making or by total time, whichever is higher; new or established by the three-year rule. */
final class VisitLevel {
    private static final int NEW_AGAIN_AFTER_YEARS = 3;
    private static final double BY_TIME = 0.9;
    private static final double BY_DECISION = 0.75;
    private static final String MISSING_OF_TIME =
            "the total time that the practitioner spent on the patient on the date of the visit";
    private static final String MISSING_OF_DECISION =
            "each problem that was addressed with its status, what was reviewed or ordered, and how it is managed; or the total time on the date of the visit";

    private static final Pattern NEW_PATIENT = Pattern.compile(
            "(?i)\\bnew (?:pt|pati[ea]nt)\\b|establish(?:ing)? care|initial visit|welcome? to (?:the )?practice");
    private static final List<String> NEW_CODES = List.of("99202", "99203", "99204", "99205");
    private static final List<String> ESTABLISHED_CODES = List.of("99212", "99213", "99214", "99215");

    private VisitLevel() {}

    /** @param services that were given at it: what a test's own code pays for is no part of the level */
    static List<Procedure> of(Visit visit, List<Procedure> services) {
        if (!TimeRules.hold(visit.on()) || visit.problems().isEmpty()) {
            return List.of();
        }
        var newPatient = isNew(visit);
        var why = new ArrayList<String>();
        why.add(
                newPatient
                        ? "New patient: not seen by the same group and specialty within three years"
                        : "Established patient: seen within three years, or nothing says otherwise");
        var decision = DecisionMaking.of(visit, services);
        why.addAll(decision.why());
        var codes = newPatient ? NEW_CODES : ESTABLISHED_CODES;
        var byDecision = codes.get(decision.level().ordinal());
        var minutes = VisitTime.in(visit.text());
        var byTime = minutes.flatMap(time -> TimeRules.level(newPatient, time.minutes()));
        minutes.ifPresent(time -> why.add("Total time %d minutes%s"
                .formatted(
                        time.minutes(), byTime.map(code -> " reaches " + code).orElse(" reaches no level"))));
        var timeWins = byTime.isPresent() && byTime.get().compareTo(byDecision) > 0;
        var code = timeWins ? byTime.get() : byDecision;
        why.add(timeWins ? "Time is the higher of the two" : "Decision making decides");
        notTheNeighbours(codes, code, decision, minutes).forEach(why::add);
        var found = new ArrayList<Procedure>();
        found.add(new Procedure(
                "cpt",
                code,
                (newPatient ? "Office visit, new patient, " : "Office visit, established patient, ")
                        + Level.values()[codes.indexOf(code)].text() + " decision making",
                List.of(),
                1,
                timeWins ? BY_TIME : BY_DECISION,
                timeWins ? minutes.orElseThrow().said() : decision.said(),
                why,
                timeWins ? MISSING_OF_TIME : MISSING_OF_DECISION));
        minutes.flatMap(time -> prolonged(visit, newPatient, time)).ifPresent(found::add);
        return found;
    }

    /** The levels above and below, and what of the record decides between them. */
    private static List<String> notTheNeighbours(
            List<String> codes, String code, DecisionMaking.Decision decision, Optional<VisitTime> minutes) {
        var place = codes.indexOf(code);
        var neighbours = new ArrayList<String>();
        var time = minutes.map(said -> "the total time is %d minutes".formatted(said.minutes()))
                .orElse("it says no total time");
        if (place + 1 < codes.size()) {
            var above = Level.values()[place + 1];
            neighbours.add(Procedure.not(
                    codes.get(place + 1),
                    "%s decision making takes two of three elements, the note has %s; %s"
                            .formatted(above.text(), reaching(decision, above), time)));
        }
        if (place > 0) {
            var level = Level.values()[place];
            neighbours.add(Procedure.not(
                    codes.get(place - 1),
                    decision.level().compareTo(level) >= 0
                            ? "%s decision making is reached by %s".formatted(level.text(), reaching(decision, level))
                            : time + ", which reaches " + code));
        }
        return neighbours;
    }

    private static String reaching(DecisionMaking.Decision decision, Level level) {
        var reaching = decision.reaching(level);
        return reaching.isEmpty() ? "none" : String.join(", ", reaching);
    }

    private static Optional<Procedure> prolonged(Visit visit, boolean newPatient, VisitTime time) {
        var units = TimeRules.prolongedUnits(newPatient, time.minutes(), visit.medicare());
        if (units == 0) {
            return Optional.empty();
        }
        return Optional.of(new Procedure(
                visit.medicare() ? "hcpcs" : "cpt",
                TimeRules.prolongedCode(visit.medicare()),
                "Prolonged office visit, each 15 minutes",
                List.of(),
                units,
                BY_TIME,
                time.said(),
                List.of(
                        Procedure.not(
                                TimeRules.prolongedCode(!visit.medicare()),
                                visit.medicare() ? "Medicare has a code of its own" : "that is Medicare's own"),
                        "%d minutes go beyond the highest level by %d full units of 15 minutes"
                                .formatted(time.minutes(), units)),
                MISSING_OF_TIME));
    }

    /** A visit on the very anniversary is within the three years. */
    static boolean isNew(Visit visit) {
        if (visit.lastSeenOn() != null) {
            return visit.lastSeenOn().isBefore(visit.on().minusYears(NEW_AGAIN_AFTER_YEARS));
        }
        return visit.firstVisit() != null
                ? visit.firstVisit()
                : NEW_PATIENT.matcher(visit.text()).find();
    }
}
