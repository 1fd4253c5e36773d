package org.superbill.billing.edits;

import java.util.function.Consumer;

/** The payer knows its member by this number; an insurer against accidents knows the injured by that of the injury. Source: 005010X222A1, loop 2010BA, NM109 and REF*Y4. */
final class MemberIdPresent implements Edit {
    private static final EditRule RULE = new EditRule(
            "member-id",
            2,
            Severity.ERROR,
            "005010X222A1, loop 2010BA, NM109 and REF*Y4",
            "The member id has 2 to 80 characters that X12 can carry",
            "Copy the member id from the insurance card into the coverage");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var memberId = claim.facts().coverage().memberId();
        if (memberId.isEmpty() && claim.facts().injuryClaimNumber() != null) {
            return;
        }
        if (memberId.strip().length() < 2 || memberId.length() > 80 || !memberId.equals(memberId.strip())) {
            found.accept(RULE.finding(
                    "/coverage/memberId", "The member id is missing, too short, too long, or has blanks around it"));
        }
    }
}
