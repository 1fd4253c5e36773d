package org.superbill.billing.edits;

import java.util.function.Consumer;

/**
 * A number that was said with the encounter is that of an authorization on file, so that its days and units are watched. Source:
 * 005010X222A1 and 005010X223A2, loop 2300, REF*G1.
 */
final class AuthorizationNumberKnown implements Edit {
    private static final EditRule RULE = new EditRule(
            "authorization-number-known",
            1,
            Severity.WARNING,
            "005010X222A1 and 005010X223A2, loop 2300, REF*G1",
            "The prior authorization number that the encounter says is on file for the patient and the payer",
            "Correct the number, or enter the authorization with its days and units");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var number = claim.facts().authorizations().numberNotOnFile();
        if (number != null) {
            found.accept(RULE.finding(
                    "/encounter/claimDetails/priorAuthorizationNumber",
                    "Prior authorization %s is not on file".formatted(number)));
        }
    }
}
