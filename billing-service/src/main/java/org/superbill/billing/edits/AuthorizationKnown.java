package org.superbill.billing.edits;

import java.util.function.Consumer;

/** The claim names an authorization that nobody has entered, so that neither its days nor its units can be judged. Source: 005010X222A1, loop 2300, REF*G1. */
final class AuthorizationKnown implements Edit {
    private static final EditRule RULE = new EditRule(
            "authorization-known",
            1,
            Severity.WARNING,
            "005010X222A1, loop 2300, REF*G1",
            "The authorization that the encounter names is on file for the patient and the payer",
            "Enter the payer's authorization with its days and units, or correct the number; the claim is sent as it is otherwise");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var number = claim.facts().authorizations().notOnFile();
        if (number != null) {
            found.accept(RULE.finding(
                    "/encounter/claimDetails/priorAuthorizationNumber",
                    "The authorization %s is not on file: nothing is known of its days and units".formatted(number)));
        }
    }
}
