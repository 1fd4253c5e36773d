package org.superbill.billing.edits;

import java.util.Set;
import java.util.function.Consumer;

/** A visit that is told apart by its place took place there. Source: CPT, evaluation and management; Medicare Claims Processing Manual, chapter 12, section 30.6. */
final class PlaceOfProcedure implements Edit {
    private static final EditRule RULE = EditRule.passedWithReason(
            "place-of-procedure",
            2,
            "Medicare Claims Processing Manual, chapter 12, section 30.6",
            "No visit is billed for a place where it is not given",
            "Correct the place of service or the procedure; where the payer wants it so, pass the warning with the reason");

    private static final ProcedureRanges<Places> PLACES = ProcedureRanges.read(
            "places-of-procedures.txt", fields -> new Places(set(fields[2]), set(fields[3]), fields[4]));

    private record Places(Set<String> given, Set<String> not, String source) {
        boolean take(String place) {
            return (given.isEmpty() || given.contains(place)) && !not.contains(place);
        }
    }

    private static Set<String> set(String separatedByBlanks) {
        return separatedByBlanks.isEmpty() ? Set.of() : Set.of(separatedByBlanks.split(" "));
    }

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (claim.isInstitutional()) {
            return; // its form has no place of service, but a type of bill
        }
        for (var line : claim.lines()) {
            var places = PLACES.of(line.line().procedureCode());
            if (places != null && !places.take(line.placeOfService(claim.facts()))) {
                found.accept(RULE.finding(
                                line,
                                "procedureCode",
                                "The visit of line " + line.number() + " is not given at this place of service")
                        .sourced(places.source(), RULE.effectiveFrom(), null));
            }
        }
    }
}
