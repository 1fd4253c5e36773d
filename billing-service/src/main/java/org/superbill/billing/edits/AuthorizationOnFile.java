package org.superbill.billing.edits;

import java.util.function.Consumer;

/** What the payer wants to authorize before has an authorization that matches. Source: the payer's profile; 005010X222A1, loop 2300, REF*G1. */
final class AuthorizationOnFile implements Edit {
    private static final EditRule RULE = new EditRule(
            "authorization-on-file",
            1,
            Severity.ERROR,
            "The payer's profile, authorizationFor; 005010X222A1, loop 2300, REF*G1",
            "Each line that the payer authorizes before has an authorization that matches payer, service, dates, provider and units",
            "Enter the payer's authorization, or have it extended; the claim takes it when it is submitted");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var missing = claim.facts().authorizations().missing();
        if (missing.isEmpty()) {
            return;
        }
        for (var line : claim.lines()) {
            for (var lack : missing) {
                if (lack.lineNumber() == line.number()) {
                    found.accept(RULE.finding(
                            line,
                            "procedureCode",
                            "Line %d needs an authorization: %s".formatted(line.number(), lack.why())));
                }
            }
        }
    }
}
