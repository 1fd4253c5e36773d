package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.billing.ledger.ClaimMoney;
import org.superbill.billing.testing.AgreedTerms;
import org.superbill.billing.testing.Facts;

/** What may be done with a claim that several payers are billed for in their turns. */
class LaterPayerTest extends FollowedClaims {
    private final Facts another = new Facts().anotherPayer();

    /** The first payer knows it as PCN1, the second as PCN2. */
    private Claim decidedByBoth() {
        var first = withNextPayer(facts.build());
        var claim = decided(first, Adjudication.PAID);
        claim.next(NOW).billNext(another.build(), new Coordination(2, null, List.of(prior(first))));
        sendAndDecide(claim, "PCN2");
        return claim;
    }

    private static void sendAndDecide(Claim claim, String payersNumber) {
        claim.unsent(NOW).scrubbed(List.of());
        claim.unsent(NOW).queue(null);
        send(claim, Transport.RECEIVED);
        claim.fromPayer(claim.current(), NOW).decided(Adjudication.PAID, payersNumber, null, ClaimMoney.NOTHING, "835");
    }

    @Test
    void theNextPayerIsBilledWhenTheOneBeforeHasDecided() {
        var first = withNextPayer(facts.build());
        var claim = decided(first, Adjudication.PAID);
        assertThat(NextAllowed.of(claim).actions()).contains("bill-next-payer");
        var second = facts.anotherPayer().build();
        claim.next(NOW).billNext(second, new Coordination(2, null, List.of(prior(first))));
        assertThat(claim.turn().billingSequence()).isEqualTo(2);
        assertThat(claim.payerId()).isEqualTo(second.payer().payerId());
        assertThat(claim.turn().adjudication()).isEqualTo(Adjudication.NONE);
        assertThat(claim.turn().payerClaimNumber()).isNull();
        assertThat(claim.current().frequency()).isEqualTo("1");
        assertThat(claim.current().coordination()).isNotNull();
        assertThat(NextAllowed.of(claim).option("submit").orElseThrow().clock())
                .isEqualTo(new FilingClock("timely-filing", LocalDate.parse("2027-03-20")));
    }

    @Test
    void aCorrectionToALaterPayerSaysAgainWhatWasPaidBefore() {
        var first = withNextPayer(facts.build());
        var claim = decided(first, Adjudication.PAID);
        var second = facts.anotherPayer().build();
        claim.next(NOW).billNext(second, new Coordination(2, null, List.of(prior(first))));
        claim.unsent(NOW).scrubbed(List.of());
        claim.unsent(NOW).queue(null);
        send(claim, Transport.REJECTED);
        claim.next(NOW).correct(second, null, false);
        assertThat(claim.current().coordination()).isNotNull();
        assertThat(claim.current().sequence()).isEqualTo(2);
    }

    @Test
    void aVoidedEncounterIsTakenBackFromEachPayerThatHasDecided() {
        var claim = decidedByBoth();
        claim.news(NOW).voided();
        assertThat(NextAllowed.of(claim).options())
                .extracting(NextAllowed.Option::action, NextAllowed.Option::references, NextAllowed.Option::payerInTurn)
                .containsExactly(tuple("void", "PCN2", null), tuple("void", "PCN1", 1));
        submitVoid(claim);
        assertThat(claim.isAmendmentOpen()).isFalse();
        send(claim, Transport.ACCEPTED);
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.BILLER); // the first payer has it still
        assertThat(claim.isAmendmentOpen()).isTrue();
        assertThat(NextAllowed.of(claim).options())
                .extracting(NextAllowed.Option::references)
                .containsExactly("PCN1");
        claim.next(NOW).takeBack("The encounter was voided", 1);
        assertThat(claim.current().replacesPayerClaimNumber()).isEqualTo("PCN1");
        assertThat(claim.current().facts()).isEqualTo(claim.version(1).facts());
        assertThat(claim.current().coordination()).isNull();
        assertThat(claim.payerId()).isEqualTo(claim.version(1).facts().payer().payerId());
        claim.unsent(NOW).queue(null);
        assertThat(claim.sent().chargedFacts()).isPresent();
        send(claim, Transport.ACCEPTED);
        assertThat(claim.sent().chargedFacts()).isEmpty();
        assertThat(claim.sent().mayBeWithPayer()).isFalse();
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.NOBODY);
        assertThat(NextAllowed.of(claim).actions()).isEmpty();
    }

    @Test
    void aVoidedEncounterIsTakenBackFromTheFirstPayerWhileTheNextHasNothing() {
        var first = withNextPayer(facts.build());
        var claim = decided(first, Adjudication.PAID);
        claim.next(NOW).billNext(another.build(), new Coordination(2, null, List.of(prior(first))));
        claim.news(NOW).voided();
        assertThat(NextAllowed.of(claim).options())
                .extracting(NextAllowed.Option::references)
                .containsExactly("PCN1");
    }

    @Test
    void aVoidedEncounterWaitsForThePayerThatHasNotDecidedYet() {
        var first = withNextPayer(facts.build());
        var claim = decided(first, Adjudication.PAID);
        claim.next(NOW).billNext(another.build(), new Coordination(2, null, List.of(prior(first))));
        claim.unsent(NOW).scrubbed(List.of());
        claim.unsent(NOW).queue(null);
        send(claim, Transport.ACCEPTED);
        claim.news(NOW).voided();
        assertThat(NextAllowed.of(claim).actions()).isEmpty();
        claim.fromPayer(claim.current(), NOW).decided(Adjudication.PAID, "PCN2", null, ClaimMoney.NOTHING, "835");
        assertThat(NextAllowed.of(claim).actions()).containsExactly("void", "void");
    }

    @Test
    void whatTheFirstPayerHasDecidedIsCorrectedAndTheNextIsThenToldAgain() {
        var claim = decidedByBoth();
        var option = NextAllowed.of(claim).option("correct", 1).orElseThrow();
        assertThat(option.frequency()).isEqualTo("7");
        assertThat(option.references()).isEqualTo("PCN1");
        var first = withNextPayer(facts.codingVersion(2).build());
        claim.next(NOW).correct(1, first, "wrong units");
        assertThat(claim.turn().billingSequence()).isEqualTo(1);
        assertThat(claim.current().replacesPayerClaimNumber()).isEqualTo("PCN1");
        assertThat(claim.current().coordination()).isNull();
        assertThat(NextAllowed.of(claim).actions()).doesNotContain("bill-patient");
        sendAndDecide(claim, "PCN1B");
        claim.next(NOW).billNext(another.build(), new Coordination(2, null, List.of(prior(first))));
        assertThat(claim.current().frequency()).isEqualTo("7");
        assertThat(claim.current().replacesPayerClaimNumber()).isEqualTo("PCN2");
        assertThat(claim.turn().otherPayers())
                .extracting(DecisionInTurn::sequence, DecisionInTurn::payerClaimNumber)
                .containsExactly(tuple(1, "PCN1B"));
    }

    @Test
    void aPayerThatTakesNoCorrectionsIsNotSentOneInItsTurn() {
        facts.acceptsCorrectedClaims(false);
        var claim = decidedByBoth();
        assertThat(NextAllowed.of(claim).option("correct", 1)).isEmpty();
        assertThat(NextAllowed.of(claim).option("void", 1)).isEmpty();
        assertNotAllowed(() -> claim.next(NOW).takeBack("x", 1));
    }

    @Test
    void withoutANextPayerThereIsNoneToBill() {
        assertThat(NextAllowed.of(decided(facts.build(), Adjudication.PAID)).actions())
                .doesNotContain("bill-next-payer");
    }

    @Test
    void aForwardedClaimIsNotBilledToTheNextPayerWhileItsAnswerIsAwaited() {
        var first = withNextPayer(facts.build());
        var claim = decided(first, Adjudication.FORWARDED);
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.PAYER);
        var due = claim.ownerDue();
        assertThat(due).isNotNull();
        var second = facts.anotherPayer().build();
        var coordination = new Coordination(2, null, List.of(prior(first)));
        assertNotAllowed(
                () -> claim.next(new Moment(NOW.at(), due.minusDays(1))).billNext(second, coordination));
        claim.next(new Moment(NOW.at(), due)).billNext(second, coordination);
        assertThat(claim.turn().billingSequence()).isEqualTo(2);
    }

    /** PCN9 is the number of the payer to which the first has passed it on. */
    @Test
    void aPayerThatHasDecidedWhatWasPassedOnToItIsNotBilledAnyMore() {
        var withBoth = new Facts().nextPayer();
        var claim = decided(withBoth.build(), Adjudication.FORWARDED);
        var next = Objects.requireNonNull(withBoth.nextPayer).payerId();
        assertThat(NextAllowed.of(claim).actions()).contains("bill-next-payer");
        claim.fromPayer(claim.current(), NOW).decidedBy(byAnother(claim, next, Adjudication.PAID), false);
        assertThat(NextAllowed.of(claim).actions()).doesNotContain("bill-next-payer");
        claim.fromPayer(claim.current(), NOW).decidedBy(byAnother(claim, next, Adjudication.REVERSED), true);
        assertThat(NextAllowed.of(claim).actions()).contains("bill-next-payer");
    }

    private static ClaimDecisions.Decision byAnother(Claim claim, UUID payerId, Adjudication decision) {
        return new ClaimDecisions.Decision(
                claim.current().claimNumber(), decision, "PCN9", "835", null, payerId, Facts.ON, false);
    }

    @Test
    void whatTheNextPayerHasAlreadyIsReplacedByItsNumber() {
        var withBoth = new Facts().nextPayer();
        var first = withBoth.build();
        var claim = decided(first, Adjudication.PAID);
        assertThat(NextAllowed.of(claim).option("bill-next-payer").orElseThrow().frequency())
                .isEqualTo("1");
        claim.next(NOW).billNext(another.build(), new Coordination(2, null, List.of(prior(first))));
        sendAndDecide(claim, "PCN2");
        claim.next(NOW).correct(1, first, null);
        sendAndDecide(claim, "PCN1B");
        var option = NextAllowed.of(claim).option("bill-next-payer").orElseThrow();
        assertThat(option.frequency()).isEqualTo("7");
        assertThat(option.references()).isEqualTo("PCN2");
    }

    @Test
    void whatWasForwardedIsCorrectedTakenBackOrAppealedMeanwhile() {
        var claim = decided(withNextPayer(facts.build()), Adjudication.FORWARDED);
        assertThat(NextAllowed.of(claim).actions()).containsExactly("bill-next-payer", "correct", "void", "appeal");
        assertThat(NextAllowed.of(claim).option("correct").orElseThrow().references())
                .isEqualTo("PCN1");
        var alone = decided(facts.build(), Adjudication.FORWARDED); // to a payer that the encounter does not name
        assertThat(NextAllowed.of(alone).actions()).containsExactly("correct", "void", "appeal");
        var medicare = decided(facts.acceptsCorrectedClaims(false).build(), Adjudication.FORWARDED);
        assertThat(NextAllowed.of(medicare).actions()).containsExactly("reopen", "appeal");
    }

    @Test
    void aVoidedEncounterWhoseClaimWasForwardedIsTakenBack() {
        var claim = decided(facts.build(), Adjudication.FORWARDED);
        claim.news(NOW).voided();
        assertThat(NextAllowed.of(claim).actions()).containsExactly("void");
    }

    @Test
    void aClaimToALaterPayerThatTakesThemOnPaperIsPrinted() {
        var first = withNextPayer(facts.build());
        var claim = decided(first, Adjudication.PAID);
        var onPaper =
                facts.anotherPayer().terms(new AgreedTerms().secondaryOnPaper()).build();
        assertThat(claim.isOnPaper()).isFalse();
        claim.next(NOW).billNext(onPaper, new Coordination(2, null, List.of(prior(first))));
        assertThat(claim.isOnPaper()).isTrue();
        claim.unsent(NOW).scrubbed(List.of());
        assertThat(NextAllowed.of(claim).actions()).containsExactly("submit", "mail", "hold", "correct", "void");
    }
}
