package org.superbill.coding.visit;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Visits that another payment has in it, or that have numbers of their own: after an operation, within its global period, and after a discharge. Source: Medicare Claims Processing
 * Manual, chapter 12, section 40.1 (global surgery); CPT, 99495-99496.
 */
final class AfterCare {
    private static final double DOUBTFUL = 0.6;

    /** Of what is never proposed, whatever the threshold. */
    private static final double NEVER = 0;

    private static final Pattern AFTER_OPERATION = Pattern.compile(
            "(?i)\\bpost-?\\s?op(?:erative)?\\b(?: \\w+){0,2}? (?:visit|check|appointment|follow[- ]?up|f/u|exam)\\b|\\bglobal (?:surgical )?period\\b|\\bsuture removal visit\\b");
    private static final Pattern TRANSITION =
            Pattern.compile("(?i)\\btransition(?:al)?(?: of)? care\\b|\\bTCM\\b|\\bTOC visit\\b");

    private AfterCare() {}

    static boolean isOfOperation(String text) {
        return AFTER_OPERATION.matcher(text).find();
    }

    static Procedure withinGlobalPeriod(Procedure level) {
        return level.doubted(
                DOUBTFUL,
                "A visit after an operation is within its global period: it is paid with the operation (99024), unless it is for something else (Medicare Claims Processing Manual, chapter 12, section 40.1)",
                "whether the operation's global period is over, or the visit was for something unrelated to it");
    }

    static boolean isTransition(String text) {
        return TRANSITION.matcher(text).find();
    }

    static Procedure ofTransition(Procedure level) {
        return level.doubted(
                DOUBTFUL,
                "Transitional care management has numbers of its own, and its first visit is part of them (CPT, 99495 and 99496)",
                "whether transitional care is managed for the thirty days from the discharge");
    }

    /** It takes a contact within two business days, a visit within 7 or 14 days, and the level of decision making. */
    static Procedure transition(String text) {
        var said = TRANSITION.matcher(text);
        said.find();
        return new Procedure(
                "cpt",
                "99495 or 99496",
                "Transitional care management",
                List.of(),
                1,
                NEVER,
                List.of(new Span(said.start(), said.end())),
                List.of(
                        Procedure.not("99214", "its first visit is part of it"),
                        "The note tells of transitional care: the days from the discharge and the decision making tell 99495 from 99496, and it is reported once for thirty days"),
                "the day of the discharge, the contact within two business days, and how complex the decision making was");
    }
}
