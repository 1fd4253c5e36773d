package org.superbill.billing.edits;

import java.util.function.Consumer;

/** Where the service was given decides what is paid. Source: 005010X222A1, loop 2300, CLM05-1. */
final class PlaceOfServicePresent implements Edit {
    private static final EditRule RULE = new EditRule(
            "place-of-service",
            2,
            Severity.ERROR,
            "005010X222A1, loop 2300, CLM05-1; loop 2400, SV105",
            "The place of service is a two-digit code",
            "Correct the location's place of service");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (!Form.digits(claim.facts().location().placeOfService(), 2)) {
            found.accept(RULE.finding("/location/placeOfService", "The place of service is not a two-digit code"));
        }
        for (var line : claim.lines()) {
            var own = line.line().more().placeOfService();
            if (own != null && !Form.digits(own, 2)) {
                found.accept(RULE.finding(
                        line,
                        "details/placeOfService",
                        "The place of service of line " + line.number() + " is not a two-digit code"));
            }
        }
    }
}
