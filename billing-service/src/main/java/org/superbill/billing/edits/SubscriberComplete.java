package org.superbill.billing.edits;

import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;

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
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        if (facts.patientIsSubscriber()) {
            return Stream.empty();
        }
        var subscriber = facts.coverage().subscriber();
        return subscriber != null && !subscriber.lastName().isBlank()
                ? Stream.empty()
                : Stream.of(RULE.finding("/coverage/subscriber", "The coverage does not say who the subscriber is"));
    }
}
