package org.superbill.billing.edits;

import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;

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
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        var missing = facts.authorizations().missing();
        return missing.isEmpty()
                ? Stream.empty()
                : Lines.of(facts)
                        .flatMap(line -> missing.stream()
                                .filter(lack -> lack.lineNumber() == line.number())
                                .map(lack -> RULE.finding(
                                        line.pointer("procedureCode"),
                                        "Line %d needs an authorization: %s".formatted(line.number(), lack.why()))));
    }
}
