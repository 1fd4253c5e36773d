package org.superbill.billing.edits;

import java.util.function.Consumer;
import org.superbill.billing.edits.SameDayHistory.SentLine;
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
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var sent = claim.context().history().lines();
        if (sent.isEmpty()) {
            return;
        }
        var repeated = claim.lines().stream()
                .filter(line -> sent.stream().anyMatch(other -> isSame(claim, line.line(), other)))
                .toList();
        if (!repeated.isEmpty() && repeated.size() == claim.lines().size()) {
            found.accept(
                    RULE.finding("/encounter/lines", "Every service of the claim was sent on another claim already"));
            return;
        }
        for (var line : repeated) {
            found.accept(RULE.finding(
                    line,
                    "procedureCode",
                    "The service of line " + line.number() + " was sent on another claim already"));
        }
    }

    private static boolean isSame(KnownClaim claim, EncounterCoded.Line line, SentLine other) {
        var practitioner = line.practitionerId() == null ? claim.encounter().practitionerId() : line.practitionerId();
        return other.payerId().equals(claim.facts().payer().payerId())
                && other.serviceDate().equals(line.serviceDate())
                && other.procedureCode().equals(line.procedureCode())
                && (!line.procedureCode().isEmpty() || other.chargeCents() == line.chargeCents())
                && other.practitionerId().equals(practitioner)
                && other.institutional() == claim.isInstitutional()
                && other.modifiers().size() == line.modifiers().size()
                && other.modifiers().containsAll(line.modifiers());
    }
}
