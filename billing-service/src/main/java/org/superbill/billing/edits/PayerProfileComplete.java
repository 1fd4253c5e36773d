package org.superbill.billing.edits;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.ClaimFacts;

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
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        if (facts.isOnPaper()) {
            return Stream.empty();
        }
        var profile = facts.payer().profile();
        return Stream.of(
                        blank("receiverName", profile.receiverName()),
                        blank("receiverId", profile.receiverId()),
                        blank("interchange/senderId", profile.interchange().senderId()),
                        blank("interchange/receiverId", profile.interchange().receiverId()),
                        blank("group/senderCode", profile.group().senderCode()),
                        blank("group/receiverCode", profile.group().receiverCode()),
                        context.connections().contains(profile.connection())
                                ? null
                                : RULE.finding("/payer/profile/connection", "The payer's connection is not configured"))
                .filter(Objects::nonNull);
    }

    private static @Nullable Finding blank(String field, String value) {
        return value.isBlank() ? RULE.finding("/payer/profile/" + field, "The payer's profile lacks " + field) : null;
    }
}
