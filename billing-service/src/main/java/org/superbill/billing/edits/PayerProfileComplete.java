package org.superbill.billing.edits;

import java.util.function.Consumer;

/** A claim needs an address: receiver, interchange and connection. Source: 005010X222A1, loop 1000B, NM109; ISA06, ISA08, GS02, GS03. */
final class PayerProfileComplete implements Edit {
    private static final EditRule RULE = new EditRule(
            "payer-profile",
            1,
            Severity.ERROR,
            "005010X222A1, loop 1000B, NM109; ISA06, ISA08, GS02, GS03",
            "The payer's electronic profile is complete and its connection exists",
            "Complete the payer's profile, or ask operations for the connection");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (claim.facts().isOnPaper()) {
            return;
        }
        var profile = claim.facts().payer().profile();
        check("receiverName", profile.receiverName(), found);
        check("receiverId", profile.receiverId(), found);
        check("interchange/senderId", profile.interchange().senderId(), found);
        check("interchange/receiverId", profile.interchange().receiverId(), found);
        check("group/senderCode", profile.group().senderCode(), found);
        check("group/receiverCode", profile.group().receiverCode(), found);
        if (!claim.context().connections().contains(profile.connection())) {
            found.accept(RULE.finding("/payer/profile/connection", "The payer's connection is not configured"));
        }
    }

    private static void check(String field, String value, Consumer<Finding> found) {
        if (value.isBlank()) {
            found.accept(RULE.finding("/payer/profile/" + field, "The payer's profile lacks " + field));
        }
    }
}
