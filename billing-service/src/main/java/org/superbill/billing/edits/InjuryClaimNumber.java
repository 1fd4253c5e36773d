package org.superbill.billing.edits;

import java.util.function.Consumer;

/** An insurer against accidents pays for an injury that it knows by a number of its own. Source: 005010X222A1 and 005010X223A2, loops 2010BA and 2010CA, REF*Y4. */
final class InjuryClaimNumber implements Edit {
    private static final EditRule RULE = EditRule.passedWithReason(
            "injury-claim-number",
            1,
            "005010X222A1 and 005010X223A2, loops 2010BA and 2010CA, REF*Y4",
            "A claim to a workers' compensation, auto or liability insurer has the insurer's number of the injury",
            "Ask the patient, the employer or the insurer, and complete the encounter again with claimDetails.accident.claimNumber; where the insurer has given none yet, pass the warning with the reason");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (claim.facts().isPropertyAndCasualty() && claim.facts().injuryClaimNumber() == null) {
            found.accept(RULE.finding(
                    "/encounter/claimDetails/accident/claimNumber", "The insurer's number of the injury is missing"));
        }
    }
}
