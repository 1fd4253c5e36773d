package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.billing.ledger.ClaimMoney;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.testing.Facts;

/** What is sent again because no answer came, and is not sent twice. */
class UnansweredClaimTest {
    private static final Moment NOW = new Moment(Instant.parse("2026-03-02T15:00:00Z"), Facts.ON);

    private final Facts facts = new Facts();

    private static Claim queued(ClaimFacts facts) {
        var claim = new Claim(UUID.randomUUID(), 1_000_000, facts, NOW);
        claim.unsent(NOW).scrubbed(List.of());
        claim.unsent(NOW).queue(null);
        return claim;
    }

    private static Claim unanswered(Claim claim) {
        claim.fromPayer(claim.current(), NOW).sent();
        claim.fromPayer(claim.current(), NOW).answered(Transport.RECEIVED, List.of(), null, "999 A");
        assertThat(NextAllowed.of(claim).actions()).isEmpty();
        assertThat(claim.fromPayer(claim.current(), NOW).unanswered()).isTrue();
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.BILLER);
        return claim;
    }

    @Test
    void whatThePayerHasNotAnsweredInTimeIsSentAgainAsItWas() {
        var claim = unanswered(queued(facts.build()));
        assertThat(NextAllowed.of(claim).actions()).containsExactly("correct");
        assertThat(NextAllowed.of(claim).frequency()).isEqualTo("1");
        claim.next(NOW).correct(facts.build(), null, false);
        assertThat(claim.current().frequency()).isEqualTo("1");
        assertThat(claim.current().transport()).isEqualTo(Transport.DRAFT);
    }

    @Test
    void aVoidThatThePayerHasNotAnsweredInTimeIsSentAgain() {
        var claim = queued(facts.build());
        claim.fromPayer(claim.current(), NOW).sent();
        claim.fromPayer(claim.current(), NOW).decided(Adjudication.PAID, "PCN1", null, ClaimMoney.NOTHING, "835");
        claim.news(NOW).voided();
        claim.next(NOW).takeBack("billed in error");
        claim.unsent(NOW).queue(null);
        assertThat(NextAllowed.of(claim).actions()).isEmpty(); // it waits for its file
        unanswered(claim);
        assertThat(NextAllowed.of(claim).actions()).containsExactly("void");
        claim.next(NOW).takeBack("sent again");
        assertThat(claim.current().frequency()).isEqualTo("8");
        assertThat(claim.current().replacesPayerClaimNumber()).isEqualTo("PCN1");
    }

    @Test
    void whatWasAmendedMeanwhileWaitsForTheAnswer() {
        var claim = unanswered(queued(facts.build()));
        claim.news(NOW).codingAmended(2);
        assertThat(NextAllowed.of(claim).actions()).isEmpty();
    }

    @Test
    void anAnsweredClaimIsNotUnanswered() {
        var claim = queued(facts.build());
        claim.fromPayer(claim.current(), NOW).sent();
        claim.fromPayer(claim.current(), NOW).answered(Transport.ACCEPTED, List.of(), "PCN1", "277CA A2");
        assertThat(claim.fromPayer(claim.current(), NOW).unanswered()).isFalse();
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.PAYER);
    }

    @Test
    void aRepeatIsHeldWhenThePayerHasTakenTheFirstAfterAll() {
        for (var isDecided : List.of(false, true)) {
            var claim = unanswered(queued(facts.build()));
            var first = claim.current();
            claim.next(NOW).correct(facts.build(), null, false);
            claim.unsent(NOW).scrubbed(List.of());
            claim.unsent(NOW).queue(null);
            if (isDecided) {
                claim.fromPayer(first, NOW).decided(Adjudication.PAID, "PCN1", null, ClaimMoney.NOTHING, "835");
            } else {
                claim.fromPayer(first, NOW).answered(Transport.ACCEPTED, List.of(), "PCN1", "277CA A2");
            }
            assertThat(claim.current().transport()).isEqualTo(Transport.HELD);
            assertThat(claim.current().version()).isEqualTo(2);
        }
    }

    @Test
    void aClaimThatThePayerKnowsIsNotSentAgain() {
        var claim = queued(facts.build());
        claim.fromPayer(claim.current(), NOW).sent();
        claim.fromPayer(claim.current(), NOW).statusTold("PCN1", "277 P3", true);
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.BILLER);
        assertThat(NextAllowed.of(claim).actions()).isEmpty();
    }

    @Test
    void whatItsCodingHasEmptiedLeavesInNoFile() {
        var claim = queued(facts.build());
        claim.news(NOW).leftEmpty(2);
        assertThat(claim.current().transport()).isEqualTo(Transport.EDITS_FAILED);
        assertThat(claim.isVoided()).isTrue();
    }
}
