package org.superbill.billing.edits;

import java.util.stream.Stream;
import org.superbill.billing.edits.SameDayHistory.SentLine;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.events.EncounterCoded;

/**
 * A service that another claim to the same payer carries already. Where every line of the claim was sent so, it is the same claim twice. Source: Medicare Claims Processing
 * Manual, chapter 1, section 120 (detection of duplicate claims).
 */
final class SentAlready implements Edit {
    private static final EditRule RULE = EditRule.passedWithReason(
            "sent-already",
            1,
            "Medicare Claims Processing Manual, chapter 1, section 120",
            "No other claim to the payer carries the same service of the same patient, practitioner and day",
            "Remove the line, or tell the two apart by a modifier (76, 77, 91, 59 or one of X{EPSU}); where the service was given twice, pass the warning with the reason");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        var sent = context.history().lines();
        if (sent.isEmpty()) {
            return Stream.empty();
        }
        var repeated = Lines.of(facts)
                .filter(line -> sent.stream().anyMatch(other -> isSame(facts, line.line(), other)))
                .toList();
        if (repeated.isEmpty()) {
            return Stream.empty();
        }
        if (repeated.size() == facts.encounter().lines().size()) {
            return Stream.of(
                    RULE.finding("/encounter/lines", "Every service of the claim was sent on another claim already"));
        }
        return repeated.stream()
                .map(line -> RULE.finding(
                        line,
                        "procedureCode",
                        "The service of line " + line.number() + " was sent on another claim already"));
    }

    private static boolean isSame(ClaimFacts facts, EncounterCoded.Line line, SentLine other) {
        var practitioner = line.practitionerId() == null ? facts.encounter().practitionerId() : line.practitionerId();
        return other.payerId().equals(facts.payer().payerId())
                && other.serviceDate().equals(line.serviceDate())
                && other.procedureCode().equals(line.procedureCode())
                && other.practitionerId().equals(practitioner)
                && other.institutional() == facts.isInstitutional()
                && other.modifiers().size() == line.modifiers().size()
                && other.modifiers().containsAll(line.modifiers());
    }
}
