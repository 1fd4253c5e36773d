package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
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
    private static final Claim.Moment NOW = new Claim.Moment(Instant.parse("2026-03-02T15:00:00Z"), Facts.ON);
    private static final Finding ERROR = new Finding("x", 1, Severity.ERROR, "s", "/p", "m", "f");
    private static final Rejection REJECTION = new Rejection("A7:164", "IL", "/coverage/memberId", "member id");

    private final Facts facts = new Facts();

    private Claim built() {
        return new Claim(UUID.randomUUID(), 1_000_000, facts.build(), NOW);
    }

    private Claim queued() {
        var claim = built();
        claim.scrubbed(List.of(), NOW);
        claim.queue(null, NOW);
        return claim;
    }

    private Claim sent() {
        var claim = queued();
        claim.sent(claim.current(), NOW);
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
        return claim.answered(
                claim.current(), step, rejections, step == Transport.ACCEPTED ? "PCN1" : null, "said so", NOW);
    }

    private static void decide(Claim claim, Adjudication decision) {
        claim.decided(claim.current(), decision, "PCN1", ClaimMoney.NOTHING, "835", NOW);
    }

    @Test
    void aClaimNumberHasAtMostTwentyCharactersForAllNumbersToCome() {
        assertThat(ClaimNumbers.of(999_999_999_999L, 99)).hasSizeLessThanOrEqualTo(20);
        assertThat(built().current().claimNumber()).isEqualTo("SB1000000V1");
    }

    @Test
    void anErrorKeepsAClaimFromBeingQueued() {
        var claim = built();
        claim.scrubbed(List.of(ERROR), NOW);
        assertThat(claim.current().transport()).isEqualTo(Transport.EDITS_FAILED);
        assertThatThrownBy(() -> claim.queue(null, NOW)).isInstanceOf(Problem.class);
    }

    @Test
    void aHeldClaimIsReleasedAndScrubbedAgain() {
        var claim = built();
        claim.hold("waits for a form", NOW);
        assertThat(NextAllowed.of(claim).actions()).containsExactly("release");
        claim.release("it came", List.of(), NOW);
        assertThat(claim.current().transport()).isEqualTo(Transport.READY);
    }

    @Test
    void aSentVersionKeepsItsFacts() {
        assertThatThrownBy(() -> sent().rebuild(facts.memberId("NEW").build())).hasMessageContaining("has left");
    }

    @Test
    void answersMoveAClaimForwardInAnyOrderAndNeverBack() {
        var claim = answered(Transport.ACCEPTED);
        assertThat(claim.adjudication()).isEqualTo(Adjudication.PENDING);
        assertThat(answer(claim, Transport.RECEIVED)).isFalse();
        assertThat(answer(claim, Transport.REJECTED)).isFalse();
        assertThat(claim.current().transport()).isEqualTo(Transport.ACCEPTED);
        assertThat(claim.takeHistory())
                .extracting(entry -> entry.view().step())
                .contains("late-received", "late-rejected");
    }

    @Test
    void theSameAnswerTwiceIsOneAnswer() {
        var claim = answered(Transport.RECEIVED);
        claim.takeHistory();
        assertThat(answer(claim, Transport.RECEIVED)).isFalse();
        assertThat(claim.takeHistory()).isEmpty();
    }

    @Test
    void aDecisionThatComesBeforeTheAcknowledgmentShowsAcceptance() {
        var claim = sent();
        decide(claim, Adjudication.PAID);
        answer(claim, Transport.ACCEPTED);
        assertThat(claim.current().transport()).isEqualTo(Transport.ACCEPTED);
        assertThat(claim.adjudication()).isEqualTo(Adjudication.PAID);
    }

    @Test
    void aRejectedClaimIsSentAsANewOne() {
        var claim = answered(Transport.RECEIVED, Transport.REJECTED);
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.BILLER);
        assertThat(claim.ownerDue()).isNotNull();
        claim.correct(facts.memberId("W2").build(), null, false, NOW);
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
        claim.correct(facts.build(), null, false, NOW);
        assertThat(claim.current().frequency()).isEqualTo("7");
        assertThat(claim.current().replacesPayerClaimNumber()).isEqualTo("PCN1");
    }

    @Test
    void aRejectedReplacementIsAReplacementAgain() {
        var claim = answered(Transport.ACCEPTED);
        decide(claim, Adjudication.DENIED);
        claim.correct(facts.build(), null, false, NOW);
        claim.scrubbed(List.of(), NOW);
        claim.queue(null, NOW);
        claim.sent(claim.current(), NOW);
        answer(claim, Transport.REJECTED);
        assertThat(NextAllowed.of(claim).frequency()).isEqualTo("7");
        assertThat(NextAllowed.of(claim).references()).isEqualTo("PCN1");
    }

    @Test
    void anUnprocessableClaimIsSentAsANewOne() {
        var claim = answered(Transport.ACCEPTED);
        decide(claim, Adjudication.UNPROCESSABLE);
        claim.correct(facts.build(), null, false, NOW);
        assertThat(claim.current().frequency()).isEqualTo("1");
        assertThat(claim.current().replacesPayerClaimNumber()).isNull();
    }

    @Test
    void aPayerWithoutCorrectedClaimsIsAskedToReopen() {
        facts.acceptsCorrectedClaims(false);
        var claim = answered(Transport.ACCEPTED);
        decide(claim, Adjudication.DENIED);
        assertThat(NextAllowed.of(claim).actions()).containsExactly("reopen", "appeal");
        assertThatThrownBy(() -> claim.correct(facts.build(), null, false, NOW))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type()).isEqualTo(ClaimProblem.CLAIM_CORRECTION_NOT_ACCEPTED));
    }

    @Test
    void whatIsOnItsWayIsNotCorrected() {
        var claim = sent();
        assertThatThrownBy(() -> claim.correct(facts.build(), null, false, NOW)).isInstanceOf(Problem.class);
        answer(claim, Transport.ACCEPTED);
        assertThatThrownBy(() -> claim.correct(facts.build(), null, false, NOW)).isInstanceOf(Problem.class);
    }

    @Test
    void afterAPaymentThePatientOwnsWhatIsThePatients() {
        var claim = sent();
        claim.decided(
                claim.current(),
                Adjudication.PAID,
                "PCN1",
                new ClaimMoney(Cents.ZERO, Cents.of(100), Cents.of(500)),
                "835",
                NOW);
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.PATIENT);
        claim.decided(claim.current(), Adjudication.PAID, "PCN1", ClaimMoney.NOTHING, "835", NOW);
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.NOBODY);
        assertThat(claim.ownerDue()).isNull();
    }

    @Test
    void aVoidBeforeTheFileIsWrittenTakesTheClaimOutOfTheQueue() {
        var claim = queued();
        claim.encounterVoided(NOW);
        assertThat(claim.current().transport()).isEqualTo(Transport.EDITS_FAILED);
        assertThat(claim.current().findings()).extracting(Finding::rule).containsExactly("encounter-not-voided");
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.NOBODY);
        assertThat(claim.ownerDue()).isNull();
    }

    @Test
    void aVoidAfterTheFileWasWrittenStaysWithTheBiller() {
        var claim = queued();
        claim.current().writtenIn(UUID.randomUUID());
        claim.encounterVoided(NOW);
        assertThat(claim.current().transport()).isEqualTo(Transport.QUEUED);
        claim.sent(claim.current(), NOW);
        assertOwnedByTheBiller(claim);
    }

    @Test
    void aVoidAfterTheSendingStaysWithTheBillerWhateverThePayerSays() {
        var claim = sent();
        claim.encounterVoided(NOW);
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
        claim.encounterVoided(NOW);
        answer(claim, Transport.REJECTED);
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.NOBODY);
    }

    @Test
    void aVoidWithAnUnsentCorrectionStaysWithTheBillerForWhatWasSent() {
        var claim = answered(Transport.ACCEPTED);
        decide(claim, Adjudication.DENIED);
        claim.correct(facts.build(), null, false, NOW);
        claim.encounterVoided(NOW);
        assertOwnedByTheBiller(claim);
    }

    @Test
    void aVoidedClaimOffersNothing() {
        var unsent = built();
        unsent.encounterVoided(NOW);
        assertThat(unsent.ownerRole()).isEqualTo(OwnerRole.NOBODY);
        assertThat(NextAllowed.of(unsent).actions()).isEmpty();
        var rejected = answered(Transport.REJECTED);
        rejected.encounterVoided(NOW);
        assertThat(NextAllowed.of(rejected).actions()).isEmpty();
    }

    @Test
    void anAmendedCodingStaysWithTheBillerUntilTheClaimIsCorrected() {
        var claim = sent();
        claim.codingAmended(2, NOW);
        var due = claim.ownerDue();
        assertOwnedByTheBiller(claim);
        answer(claim, Transport.ACCEPTED);
        assertOwnedByTheBiller(claim);
        decide(claim, Adjudication.PAID);
        assertOwnedByTheBiller(claim);
        assertThat(claim.ownerDue()).isEqualTo(due);
        assertThat(claim.codingVersion()).isEqualTo(2);

        claim.correct(facts.codingVersion(2).build(), null, false, NOW);
        claim.scrubbed(List.of(), NOW);
        claim.queue(null, NOW);
        claim.sent(claim.current(), NOW);
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
        claim.correct(facts.anotherPayer().build(), null, true, NOW);
        assertThat(claim.current().frequency()).isEqualTo("1");
        assertThat(claim.current().replacesPayerClaimNumber()).isNull();
        assertThat(claim.payerClaimNumber()).isNull();
        assertThat(claim.adjudication()).isEqualTo(Adjudication.NONE);
        assertThat(claim.payerId()).isEqualTo(facts.payer.payerId());
    }

    @Test
    void aLateDecisionOfThePayerBeforeWaitsForAPerson() {
        var claim = answered(Transport.ACCEPTED);
        decide(claim, Adjudication.DENIED);
        claim.correct(facts.anotherPayer().build(), null, true, NOW);
        claim.decided(claim.version(1), Adjudication.PAID, "PCN1", ClaimMoney.NOTHING, "835", NOW);
        assertThat(claim.adjudication()).isEqualTo(Adjudication.NEEDS_REVIEW);
        assertThat(claim.payerClaimNumber()).isNull();
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.BILLER);
    }

    @Test
    void anotherPayerGetsNothingWhileTheDecisionIsInTheBooks() {
        var claim = answered(Transport.ACCEPTED);
        decide(claim, Adjudication.PARTIALLY_PAID);
        assertThatThrownBy(() -> claim.correct(facts.anotherPayer().build(), null, false, NOW))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type()).isEqualTo(ClaimProblem.CLAIM_STEP_NOT_ALLOWED));
        assertThat(claim.current().version()).isEqualTo(1);
    }

    @Test
    void anUnsentReplacementBecomesANewClaimWhenAnotherPayerIsBilled() {
        var claim = answered(Transport.ACCEPTED);
        decide(claim, Adjudication.DENIED);
        claim.correct(facts.build(), null, true, NOW);
        var other = facts.anotherPayer().build();
        assertThat(claim.canTake(other)).isFalse();
        assertThatThrownBy(() -> claim.turnTo(other, false, NOW)).isInstanceOf(Problem.class);
        claim.turnTo(other, true, NOW);
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
