package org.superbill.billing.edits;

import java.util.function.Consumer;
import org.superbill.billing.reference.Authorized;

/**
 * An institutional claim names one prior authorization and one referral for all its lines; a professional one may name one for each line.
 * Source: 005010X223A2, loop 2300, REF*G1 and REF*9F (once each; loop 2400 has none).
 */
final class FacilityAuthorization implements Edit {
    private static final EditRule RULE = new EditRule(
            "facility-authorization",
            1,
            Severity.ERROR,
            "005010X223A2, loop 2300, REF*G1 and REF*9F",
            "The lines of an institutional claim share one prior authorization and one referral",
            "Say with the encounter which one is meant, or bill what the other is for with an encounter of its own");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (claim.isInstitutional()) {
            check(claim.facts().authorizations(), false, "priorAuthorizationNumber", found);
            check(claim.facts().authorizations(), true, "referralNumber", found);
        }
    }

    private static void check(Authorized authorized, boolean referral, String field, Consumer<Finding> found) {
        var numbers = authorized.lines().stream()
                .filter(line -> line.isReferral() == referral)
                .map(Authorized.Line::number)
                .distinct()
                .sorted()
                .toList();
        if (numbers.size() > 1) {
            found.accept(RULE.finding(
                    "/encounter/claimDetails/" + field,
                    "The claim can name one of %s for its lines".formatted(String.join(", ", numbers))));
        }
    }
}
