package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.billing.edits.Finding;
import org.superbill.billing.edits.Severity;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.ClaimMoney;
import org.superbill.billing.testing.Facts;
import org.superbill.servicekit.problem.Problem;

/** What may happen to a claim, without a container. */
class ClaimTest {
    private static final Moment NOW = new Moment(Instant.parse("2026-03-02T15:00:00Z"), Facts.ON);
    private static final Finding ERROR = new Finding("x", 1, Severity.ERROR, "s", "/p", "m", "f");
    private static final Rejection REJECTION = new Rejection("A7:164", "IL", "/coverage/memberId", "member id");

    private final Facts facts = new Facts();

    private Claim built() {
        return new Claim(UUID.randomUUID(), 1_000_000, facts.build(), NOW);
    }

    private Claim queued() {
        var claim = built();
        claim.unsent(NOW).scrubbed(List.of());
        claim.unsent(NOW).queue(null);
        return claim;
    }

    private Claim sent() {
        var claim = queued();
        claim.fromPayer(claim.current(), NOW).sent();
        return claim;
    }

    private Claim answered(Transport... steps) {
        var claim = sent();
        for (var step : steps) {
            answer(claim, step);
        }
        return claim;
    }

    private static boolean answer(Claim claim, Transport step) {
        var rejections = step.isRejected() ? List.of(REJECTION) : List.<Rejection>of();
        return claim.fromPayer(claim.current(), NOW)
                .answered(step, rejections, step == Transport.ACCEPTED ? "PCN1" : null, "said so");
    }

    private static void decide(Claim claim, Adjudication decision) {
        claim.fromPayer(claim.current(), NOW).decided(decision, "PCN1", null, ClaimMoney.NOTHING, "835");
    }

    @Test
    void aClaimNumberHasAtMostTwentyCharactersForAllNumbersToCome() {
        assertThat(ClaimNumbers.of(999_999_999_999L, 99)).hasSizeLessThanOrEqualTo(20);
        assertThat(built().current().claimNumber()).isEqualTo("SB1000000V1");
    }

    @Test
    void anErrorKeepsAClaimFromBeingQueued() {
        var claim = built();
        claim.unsent(NOW).scrubbed(List.of(ERROR));
        assertThat(claim.current().transport()).isEqualTo(Transport.EDITS_FAILED);
        assertThatThrownBy(() -> claim.unsent(NOW).queue(null)).isInstanceOf(Problem.class);
    }

    @Test
    void aHeldClaimIsReleasedAndScrubbedAgain() {
        var claim = built();
        claim.unsent(NOW).hold("waits for a form");
        assertThat(NextAllowed.of(claim).actions()).containsExactly("release");
        claim.unsent(NOW).release("it came", List.of());
        assertThat(claim.current().transport()).isEqualTo(Transport.READY);
    }

    @Test
    void aSentVersionKeepsItsFacts() {
        assertThatThrownBy(() -> sent().rebuild(facts.memberId("NEW").build())).hasMessageContaining("has left");
    }

    @Test
    void answersMoveAClaimForwardInAnyOrderAndNeverBack() {
        var claim = answered(Transport.ACCEPTED);
        assertThat(claim.turn().adjudication()).isEqualTo(Adjudication.PENDING);
        assertThat(answer(claim, Transport.RECEIVED)).isFalse();
        assertThat(answer(claim, Transport.REJECTED)).isFalse();
        assertThat(claim.current().transport()).isEqualTo(Transport.ACCEPTED);
        assertThat(claim.takeHistory())
                .extracting(entry -> entry.view().step())
                .contains("late-received", "late-rejected");
    }

    @Test
    void theSameAnswerTwiceIsOneAnswerAndBothFilesAreTold() {
        var claim = answered(Transport.RECEIVED);
        claim.takeHistory();
        assertThat(answer(claim, Transport.RECEIVED)).isFalse();
        assertThat(claim.takeHistory()).extracting(entry -> entry.view().step()).containsExactly("received");
    }

    @Test
    void aDecisionThatComesBeforeTheAcknowledgmentShowsAcceptance() {
        var claim = sent();
        decide(claim, Adjudication.PAID);
        answer(claim, Transport.ACCEPTED);
        assertThat(claim.current().transport()).isEqualTo(Transport.ACCEPTED);
        assertThat(claim.turn().adjudication()).isEqualTo(Adjudication.PAID);
    }

    @Test
    void aRejectedClaimIsSentAsANewOne() {
        var claim = answered(Transport.RECEIVED, Transport.REJECTED);
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.BILLER);
        assertThat(claim.ownerDue()).isNotNull();
        claim.next(NOW).correct(facts.memberId("W2").build(), null, false);
        assertThat(claim.current().version()).isEqualTo(2);
        assertThat(claim.current().claimNumber()).isEqualTo("SB1000000V2");
        assertThat(claim.current().frequency()).isEqualTo("1");
        assertThat(claim.current().replacesPayerClaimNumber()).isNull();
        assertThat(claim.version(1).facts().coverage().memberId()).isEqualTo("W123456789");
    }

    @Test
    void aDecidedClaimIsReplacedByThePayersNumber() {
        var claim = answered(Transport.ACCEPTED);
        decide(claim, Adjudication.DENIED);
        claim.next(NOW).correct(facts.build(), null, false);
        assertThat(claim.current().frequency()).isEqualTo("7");
        assertThat(claim.current().replacesPayerClaimNumber()).isEqualTo("PCN1");
    }

    @Test
    void aPreparedCorrectionIsDiscardedAndWhatWasSentStands() {
        var claim = answered(Transport.ACCEPTED);
        decide(claim, Adjudication.DENIED);
        assertThat(NextAllowed.of(claim).actions()).doesNotContain("discard");
        claim.next(NOW).correct(facts.build(), null, false);
        claim.unsent(NOW).scrubbed(List.of(ERROR));
        assertThat(NextAllowed.of(claim).actions()).contains("discard");
        assertThat(NextAllowed.of(claim).why()).startsWith("Findings keep this version here");
        claim.besides(NOW).discard("the payer was right", ClaimMoney.NOTHING);
        assertThat(claim.current().version()).isEqualTo(1);
        assertThat(claim.turn().adjudication()).isEqualTo(Adjudication.DENIED);
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.BILLER);
        assertThat(NextAllowed.of(claim).option("correct").orElseThrow().references())
                .isEqualTo("PCN1");
        claim.next(NOW).takeBack("billed twice");
        claim.unsent(NOW).hold("wait");
        assertThat(NextAllowed.of(claim).actions()).containsExactly("release", "discard");
    }

    @Test
    void whatWasNeverSentIsNotDiscarded() {
        var claim = built();
        claim.unsent(NOW).scrubbed(List.of());
        assertThat(NextAllowed.of(claim).actions()).contains("submit").doesNotContain("discard");
    }

    @Test
    void aRejectedReplacementIsAReplacementAgain() {
        var claim = answered(Transport.ACCEPTED);
        decide(claim, Adjudication.DENIED);
        claim.next(NOW).correct(facts.build(), null, false);
        claim.unsent(NOW).scrubbed(List.of());
        claim.unsent(NOW).queue(null);
        claim.fromPayer(claim.current(), NOW).sent();
        answer(claim, Transport.REJECTED);
        assertThat(NextAllowed.of(claim).frequency()).isEqualTo("7");
        assertThat(NextAllowed.of(claim).references()).isEqualTo("PCN1");
    }

    @Test
    void anUnprocessableClaimIsSentAsANewOne() {
        var claim = answered(Transport.ACCEPTED);
        decide(claim, Adjudication.UNPROCESSABLE);
        claim.next(NOW).correct(facts.build(), null, false);
        assertThat(claim.current().frequency()).isEqualTo("1");
        assertThat(claim.current().replacesPayerClaimNumber()).isNull();
    }

    @Test
    void aPayerWithoutCorrectedClaimsIsAskedToReopen() {
        facts.acceptsCorrectedClaims(false);
        var claim = answered(Transport.ACCEPTED);
        decide(claim, Adjudication.DENIED);
        assertThat(NextAllowed.of(claim).actions()).containsExactly("reopen", "appeal");
        assertThatThrownBy(() -> claim.next(NOW).correct(facts.build(), null, false))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type()).isEqualTo(ClaimProblem.CLAIM_CORRECTION_NOT_ACCEPTED));
    }

    @Test
    void whatIsOnItsWayIsNotCorrected() {
        var claim = sent();
        assertThatThrownBy(() -> claim.next(NOW).correct(facts.build(), null, false))
                .isInstanceOf(Problem.class);
        answer(claim, Transport.ACCEPTED);
        assertThatThrownBy(() -> claim.next(NOW).correct(facts.build(), null, false))
                .isInstanceOf(Problem.class);
    }

    @Test
    void afterAPaymentThePatientOwnsWhatIsThePatients() {
        var claim = sent();
        claim.fromPayer(claim.current(), NOW)
                .decided(
                        Adjudication.PAID, "PCN1", null, new ClaimMoney(Map.of(), Cents.of(100), Cents.of(500)), "835");
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.PATIENT);
        claim.fromPayer(claim.current(), NOW).decided(Adjudication.PAID, "PCN1", null, ClaimMoney.NOTHING, "835");
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.NOBODY);
        assertThat(claim.ownerDue()).isNull();
    }

    @Test
    void aCreditIsTheBillersToSendBackThoughNobodyOwesAnything() {
        var claim = sent();
        claim.fromPayer(claim.current(), NOW)
                .decided(
                        Adjudication.PAID, "PCN1", null, new ClaimMoney(Map.of(), Cents.of(-10), Cents.of(500)), "835");
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.BILLER);
        var owed = Map.of(UUID.randomUUID(), Cents.of(-20), UUID.randomUUID(), Cents.of(20));
        claim.besides(NOW).moneyMoved("adjusted", "", new ClaimMoney(owed, Cents.ZERO, Cents.of(500)));
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.BILLER);
        claim.besides(NOW).moneyMoved("adjusted", "", new ClaimMoney(Map.of(), Cents.of(-10), Cents.of(500)));
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.BILLER);
        claim.besides(NOW).moneyMoved("adjusted", "", ClaimMoney.NOTHING);
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.NOBODY);
    }

    @Test
    void aVoidBeforeTheFileIsWrittenTakesTheClaimOutOfTheQueue() {
        var claim = queued();
        claim.news(NOW).voided();
        assertThat(claim.current().transport()).isEqualTo(Transport.EDITS_FAILED);
        assertThat(claim.current().findings()).extracting(Finding::rule).containsExactly("encounter-not-voided");
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.NOBODY);
        assertThat(claim.ownerDue()).isNull();
    }

    @Test
    void aVoidAfterTheFileWasWrittenStaysWithTheBiller() {
        var claim = queued();
        claim.current().writtenIn(UUID.randomUUID());
        claim.news(NOW).voided();
        assertThat(claim.current().transport()).isEqualTo(Transport.QUEUED);
        claim.fromPayer(claim.current(), NOW).sent();
        assertOwnedByTheBiller(claim);
    }

    @Test
    void aVoidAfterTheSendingStaysWithTheBillerWhateverThePayerSays() {
        var claim = sent();
        claim.news(NOW).voided();
        assertOwnedByTheBiller(claim);
        answer(claim, Transport.ACCEPTED);
        assertOwnedByTheBiller(claim);
        decide(claim, Adjudication.PAID);
        assertOwnedByTheBiller(claim);
        assertThat(NextAllowed.of(claim).actions()).containsExactly("void");
    }

    @Test
    void aVoidedClaimThatThePayerDoesNotTakeIsDone() {
        var claim = sent();
        claim.news(NOW).voided();
        answer(claim, Transport.REJECTED);
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.NOBODY);
    }

    @Test
    void aVoidWithAnUnsentCorrectionStaysWithTheBillerForWhatWasSent() {
        var claim = answered(Transport.ACCEPTED);
        decide(claim, Adjudication.DENIED);
        claim.next(NOW).correct(facts.build(), null, false);
        claim.news(NOW).voided();
        assertOwnedByTheBiller(claim);
    }

    @Test
    void aVoidedClaimOffersNothing() {
        var unsent = built();
        unsent.news(NOW).voided();
        assertThat(unsent.ownerRole()).isEqualTo(OwnerRole.NOBODY);
        assertThat(NextAllowed.of(unsent).actions()).isEmpty();
        var rejected = answered(Transport.REJECTED);
        rejected.news(NOW).voided();
        assertThat(NextAllowed.of(rejected).actions()).isEmpty();
    }

    @Test
    void anAmendedCodingStaysWithTheBillerUntilTheClaimIsCorrected() {
        var claim = sent();
        claim.news(NOW).codingAmended(2);
        var due = claim.ownerDue();
        assertOwnedByTheBiller(claim);
        answer(claim, Transport.ACCEPTED);
        assertOwnedByTheBiller(claim);
        decide(claim, Adjudication.PAID);
        assertOwnedByTheBiller(claim);
        assertThat(claim.ownerDue()).isEqualTo(due);
        assertThat(claim.codingVersion()).isEqualTo(2);

        claim.next(NOW).correct(facts.codingVersion(2).build(), null, false);
        claim.unsent(NOW).scrubbed(List.of());
        claim.unsent(NOW).queue(null);
        claim.fromPayer(claim.current(), NOW).sent();
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.PAYER);
    }

    @Test
    void aClaimThatWasPaidThoughItsFileWasRejectedIsNeverSentAsANewOne() {
        var claim = answered(Transport.REJECTED);
        assertThat(NextAllowed.of(claim).frequency()).isEqualTo("1");
        decide(claim, Adjudication.PAID);
        assertThat(NextAllowed.of(claim).frequency()).isEqualTo("7");
        assertThat(NextAllowed.of(claim).references()).isEqualTo("PCN1");
    }

    @Test
    void anotherPayerThanTheOneThatDecidedGetsANewClaim() {
        var claim = answered(Transport.ACCEPTED);
        decide(claim, Adjudication.DENIED);
        claim.next(NOW).correct(facts.anotherPayer().build(), null, true);
        assertThat(claim.current().frequency()).isEqualTo("1");
        assertThat(claim.current().replacesPayerClaimNumber()).isNull();
        assertThat(claim.turn().payerClaimNumber()).isNull();
        assertThat(claim.turn().adjudication()).isEqualTo(Adjudication.NONE);
        assertThat(claim.payerId()).isEqualTo(facts.payer.payerId());
    }

    @Test
    void aLateDecisionOfThePayerBeforeWaitsForAPerson() {
        var claim = answered(Transport.ACCEPTED);
        decide(claim, Adjudication.DENIED);
        claim.next(NOW).correct(facts.anotherPayer().build(), null, true);
        claim.fromPayer(claim.version(1), NOW).decided(Adjudication.PAID, "PCN1", null, ClaimMoney.NOTHING, "835");
        assertThat(claim.turn().adjudication()).isEqualTo(Adjudication.NEEDS_REVIEW);
        assertThat(claim.turn().payerClaimNumber()).isNull();
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.BILLER);
    }

    @Test
    void anotherPayerGetsNothingWhileTheDecisionIsInTheBooks() {
        var claim = answered(Transport.ACCEPTED);
        decide(claim, Adjudication.PARTIALLY_PAID);
        assertThatThrownBy(() -> claim.next(NOW).correct(facts.anotherPayer().build(), null, false))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type()).isEqualTo(ClaimProblem.CLAIM_STEP_NOT_ALLOWED));
        assertThat(claim.current().version()).isEqualTo(1);
    }

    @Test
    void anUnsentReplacementBecomesANewClaimWhenAnotherPayerIsBilled() {
        var claim = answered(Transport.ACCEPTED);
        decide(claim, Adjudication.DENIED);
        claim.next(NOW).correct(facts.build(), null, true);
        var other = facts.anotherPayer().build();
        assertThat(claim.canTake(other)).isFalse();
        assertThatThrownBy(() -> claim.next(NOW).turnTo(other, false)).isInstanceOf(Problem.class);
        claim.next(NOW).turnTo(other, true);
        assertThat(claim.current().version()).isEqualTo(2);
        assertThat(claim.current().frequency()).isEqualTo("1");
        assertThat(claim.current().replacesPayerClaimNumber()).isNull();
        assertThat(claim.current().facts().payer()).isEqualTo(facts.payer);
    }

    private static void assertOwnedByTheBiller(Claim claim) {
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.BILLER);
        assertThat(claim.ownerDue()).isNotNull();
    }
}
