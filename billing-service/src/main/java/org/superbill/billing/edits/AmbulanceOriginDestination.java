package org.superbill.billing.edits;

import java.util.Set;
import java.util.function.Consumer;
import org.superbill.billing.reference.Services;
import org.superbill.coderules.AmbulanceModifiers;
import org.superbill.events.EncounterCoded;

/** Each line of a transport says first where it began and ended, which Medicare asks for. Source: Medicare Claims Processing Manual, chapter 15, section 30.A. */
final class AmbulanceOriginDestination implements Edit {
    private static final EditRule RULE = new EditRule(
            "ambulance-origin-destination",
            1,
            Severity.ERROR,
            "Medicare Claims Processing Manual, chapter 15, section 30.A",
            "Each line of a transport to Medicare begins its modifiers with where the transport began and ended",
            "Add the two letters as the first modifier, such as RH from the residence to the hospital");

    private static final Set<String> MEDICARE = Set.of("MB", "MA");

    /** A response without a transport, which ends nowhere. */
    private static final String NOT_TRANSPORTED = "A0998";

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (!MEDICARE.contains(claim.facts().payer().claimFilingIndicator())) {
            return;
        }
        for (var line : claim.lines()) {
            if (Services.isAmbulance(line.line())
                    && !line.line().procedureCode().equals(NOT_TRANSPORTED)
                    && !saysIt(line.line())) {
                found.accept(RULE.finding(
                        line,
                        "modifiers",
                        "Line %d does not begin its modifiers with where the transport began and ended"
                                .formatted(line.number())));
            }
        }
    }

    private static boolean saysIt(EncounterCoded.Line line) {
        return !line.modifiers().isEmpty()
                && AmbulanceModifiers.isOriginAndDestination(line.modifiers().get(0));
    }
}
