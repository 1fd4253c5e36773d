package org.superbill.billing.edits;

import java.util.function.Consumer;

/** When the patient is not the subscriber, the subscriber is a person of their own. Source: 005010X222A1, loop 2010BA, NM103. */
final class SubscriberComplete implements Edit {
    private static final EditRule RULE = new EditRule(
            "subscriber-complete",
            1,
            Severity.ERROR,
            "005010X222A1, loop 2010BA, NM103",
            "A patient who is not the subscriber has a subscriber with a name",
            "Enter the subscriber in the coverage");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (claim.facts().patientIsSubscriber()) {
            return;
        }
        var subscriber = claim.facts().coverage().subscriber();
        if (subscriber == null || subscriber.lastName().isBlank()) {
            found.accept(RULE.finding("/coverage/subscriber", "The coverage does not say who the subscriber is"));
        }
    }
}
