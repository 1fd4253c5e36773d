package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.billing.ledger.ClaimMoney;
import org.superbill.billing.testing.Facts;
import org.superbill.events.PayerChanged;

/** What may be done with a claim once it has left: void, patient, reopening, amended coding. */
class ClaimFollowUpTest extends FollowedClaims {
    private static @Nullable FilingClock clock(NextAllowed next, String action) {
        return next.option(action).orElseThrow().clock();
    }

    @Test
    void aDecidedClaimIsTakenBackByThePayersNumber() {
        var claim = decided(facts.build(), Adjudication.PAID);
        claim.next(NOW).takeBack("billed in error");
        assertThat(claim.current().frequency()).isEqualTo("8");
        assertThat(claim.current().replacesPayerClaimNumber()).isEqualTo("PCN1");
        assertThat(claim.current().transport()).isEqualTo(Transport.READY);
        assertThat(claim.current().facts()).isEqualTo(claim.version(1).facts());
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.BILLER);
        assertThat(claim.ownerDue()).isNotNull();
    }

    @Test
    void whatThePayerHasNotDecidedIsNotTakenBack() {
        assertNotAllowed(() -> accepted(facts.build()).next(NOW).takeBack("x"));
        assertNotAllowed(() ->
                decided(facts.build(), Adjudication.UNPROCESSABLE).next(NOW).takeBack("x"));
        assertNotAllowed(() -> decided(facts.acceptsCorrectedClaims(false).build(), Adjudication.PAID)
                .next(NOW)
                .takeBack("x"));
    }

    @Test
    void aVoidThatHasNotBeenSentGivesWayToACorrection() {
        var claim = decided(facts.build(), Adjudication.PAID);
        claim.next(NOW).takeBack("billed in error");
        assertThat(NextAllowed.of(claim).actions()).containsExactly("submit", "hold", "discard", "correct");
        assertNotAllowed(
                () -> claim.next(NOW).correct(new Facts().anotherPayer().build(), "another payer", false));
        claim.next(NOW).correct(facts.build(), "wrong units after all", false);
        assertThat(claim.current().frequency()).isEqualTo("7");
        assertThat(claim.current().replacesPayerClaimNumber()).isEqualTo("PCN1");
        facts.acceptsCorrectedClaims(false);
        var other = decided(new Facts().build(), Adjudication.PAID);
        other.next(NOW).takeBack("billed in error");
        other.current().rebuild(facts.build());
        assertThat(NextAllowed.of(other).actions()).containsExactly("submit", "hold", "discard");
    }

    @Test
    void nothingIsChargedFromTheSendingOfAVoidAndEverythingAgainWhenItIsRejected() {
        var claim = decided(facts.build(), Adjudication.PAID);
        assertThat(claim.sent().chargedFacts()).isPresent();
        submitVoid(claim);
        assertThat(claim.sent().chargedFacts()).isPresent();
        claim.fromPayer(claim.current(), NOW).sent();
        assertThat(claim.sent().chargedFacts()).isEmpty();
        claim.fromPayer(claim.current(), NOW).answered(Transport.REJECTED, List.of(), null, "no");
        assertThat(claim.sent().chargedFacts()).isPresent();
        assertThat(NextAllowed.of(claim).actions()).containsExactly("correct", "void");
        assertThat(NextAllowed.of(claim).frequency()).isEqualTo("7");
    }

    @Test
    void whatWasTakenBackIsBilledAgainAsANewClaim() {
        var claim = decided(facts.build(), Adjudication.PAID);
        submitVoid(claim);
        send(claim, Transport.ACCEPTED);
        assertThat(claim.isTakenBack()).isTrue();
        assertThat(NextAllowed.of(claim).actions()).containsExactly("correct");
        claim.next(NOW).correct(facts.build(), null, false);
        assertThat(claim.current().frequency()).isEqualTo("1");
        assertThat(claim.current().replacesPayerClaimNumber()).isNull();
        assertThat(claim.turn().payerClaimNumber()).isNull();
        assertThat(claim.turn().adjudication()).isEqualTo(Adjudication.NONE);
    }

    @Test
    void aVoidedEncounterIsTakenBackAndThenNobodys() {
        var claim = decided(facts.build(), Adjudication.PAID);
        claim.news(NOW).voided();
        assertThat(claim.isAmendmentOpen()).isTrue();
        submitVoid(claim);
        assertThat(claim.isAmendmentOpen()).isFalse();
        send(claim, Transport.ACCEPTED);
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.NOBODY);
        assertThat(NextAllowed.of(claim).actions()).isEmpty();
    }

    @Test
    void whoeverHasLookedAtARemittanceSaysWhatThePayerHasDecided() {
        var claim = decided(facts.build(), Adjudication.NEEDS_REVIEW);
        assertThat(NextAllowed.of(claim).actions()).containsExactly("reviewed");
        var billed = claim.decidedOn();
        claim.besides(new Moment(NOW.at(), NOW.today().plusDays(3)))
                .reviewed(Adjudication.PARTIALLY_PAID, "two notices together", ClaimMoney.NOTHING);
        assertThat(claim.turn().adjudication()).isEqualTo(Adjudication.PARTIALLY_PAID);
        assertThat(claim.decidedOn()).isEqualTo(billed);
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.BILLER);
        assertThat(NextAllowed.of(claim).actions()).containsExactly("correct", "void", "appeal");
        assertNotAllowed(() -> claim.besides(NOW).reviewed(Adjudication.PAID, "again", ClaimMoney.NOTHING));
    }

    @Test
    void aDecisionThatWasTakenBackIsAwaitedAgain() {
        var claim = decided(facts.build(), Adjudication.NEEDS_REVIEW);
        claim.besides(NOW).reviewed(Adjudication.PENDING, "posted in error", ClaimMoney.NOTHING);
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.PAYER);
        assertThat(NextAllowed.of(claim).actions()).isEmpty();
    }

    @Test
    void aVoidedEncounterIsReviewedToo() {
        var claim = decided(facts.build(), Adjudication.NEEDS_REVIEW);
        claim.news(NOW).voided();
        assertThat(NextAllowed.of(claim).actions()).containsExactly("reviewed");
        claim.besides(NOW).reviewed(Adjudication.PAID, "it paid", ClaimMoney.NOTHING);
        assertThat(NextAllowed.of(claim).actions()).containsExactly("void");
    }

    @Test
    void aPatientIsBilledOnlyWhileNoPayerHasDecidedAnything() {
        var claim = new Claim(UUID.randomUUID(), 1_000_000, facts.build(), NOW);
        claim.besides(NOW).billToPatient("no coverage");
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.PATIENT);
        assertThat(NextAllowed.of(claim).actions()).containsExactly("bill-payer");
        claim.besides(NOW).billToPayer("a coverage was found");
        assertThat(NextAllowed.of(claim).actions()).contains("submit");
        assertNotAllowed(
                () -> decided(facts.build(), Adjudication.DENIED).besides(NOW).billToPatient("x"));
        assertNotAllowed(() -> accepted(facts.build()).besides(NOW).billToPatient("x"));
    }

    @Test
    void medicareIsAskedToReopenWithinAYear() {
        var payer = facts.payer;
        facts.payer = new PayerChanged(payer.payerId(), payer.name(), payer.payerIdentifier(), "MB", payer.profile());
        facts.acceptsCorrectedClaims(false);
        var claim = decided(facts.build(), Adjudication.DENIED);
        var next = NextAllowed.of(claim);
        assertThat(next.actions()).containsExactly("reopen", "appeal");
        assertThat(clock(next, "reopen")).isEqualTo(new FilingClock("reopening", LocalDate.parse("2027-03-02")));
        assertThat(clock(next, "appeal")).isEqualTo(new FilingClock("appeal", LocalDate.parse("2026-07-05")));
        claim.besides(NOW).reopen("wrong units");
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.PAYER);
    }

    @Test
    void clocksRunFromThePayersOwnDateOfItsDecision() {
        var claim = accepted(facts.build());
        var postedLate = new Moment(Instant.parse("2026-05-01T15:00:00Z"), LocalDate.parse("2026-05-01"));
        claim.fromPayer(claim.current(), postedLate)
                .decided(Adjudication.DENIED, "PCN1", LocalDate.parse("2026-03-20"), ClaimMoney.NOTHING, "835");
        assertThat(clock(NextAllowed.of(claim), "appeal"))
                .isEqualTo(new FilingClock("appeal", LocalDate.parse("2026-09-16")));
        assertThat(claim.decidedOn()).isEqualTo("2026-03-20");
    }

    @Test
    void aClaimThatWaitsForItsFileIsTheBillersWithADay() {
        var claim = queued(facts.build());
        assertThat(claim.ownerRole()).isEqualTo(OwnerRole.BILLER);
        assertThat(claim.ownerDue()).isEqualTo("2026-03-10");
    }

    @Test
    void aVoidedEncounterIsBilledToNobody() {
        var claim = new Claim(UUID.randomUUID(), 1_000_000, facts.build(), NOW);
        claim.besides(NOW).billToPatient("no coverage");
        claim.news(NOW).voided();
        assertThat(NextAllowed.of(claim).actions()).isEmpty();
    }

    @Test
    void medicareTakesClaimsForOneCalendarYear() {
        var payer = facts.payer;
        facts.payer = new PayerChanged(payer.payerId(), payer.name(), payer.payerIdentifier(), "MB", payer.profile());
        var claim = new Claim(UUID.randomUUID(), 1_000_000, facts.build(), NOW);
        assertThat(clock(NextAllowed.of(claim), "submit"))
                .isEqualTo(new FilingClock("timely-filing", LocalDate.parse("2027-03-02")));
    }

    @Test
    void anUnprocessableClaimIsNeitherAppealedNorReplaced() {
        var next = NextAllowed.of(decided(facts.build(), Adjudication.UNPROCESSABLE));
        assertThat(next.actions()).containsExactly("correct");
        assertThat(next.frequency()).isEqualTo("1");
        assertThat(next.references()).isNull();
    }

    @Test
    void everyStateSaysWhyNothingCanBeDoneOrWhatCan() {
        var claim = queued(facts.build());
        assertThat(NextAllowed.of(claim).actions()).containsExactly("hold");
        claim.current().writtenIn(UUID.randomUUID());
        assertThat(NextAllowed.of(claim).actions()).isEmpty();
        assertThat(NextAllowed.of(claim).why()).isNotBlank();
        for (var decision : Adjudication.values()) {
            if (decision != Adjudication.NONE) {
                assertThat(NextAllowed.of(decided(facts.build(), decision)).why())
                        .as(decision.wire())
                        .isNotBlank();
            }
        }
    }

    @Test
    void aQueuedClaimIsHeldWhileNoFileCarriesIt() {
        var claim = queued(facts.build());
        claim.unsent(NOW).hold("wait");
        assertThat(claim.current().transport()).isEqualTo(Transport.HELD);
        var written = queued(facts.build());
        written.current().writtenIn(UUID.randomUUID());
        assertNotAllowed(() -> written.unsent(NOW).hold("too late"));
    }

    @Test
    void anAmendedCodingIsTakenIntoAFileThatIsNotWrittenYet() {
        var claim = queued(facts.build());
        claim.news(NOW).codingAmended(2);
        assertThat(claim.isAmendmentOpen()).isTrue();
        claim.unsent(NOW).takeIntoQueue(facts.codingVersion(2).build(), List.of());
        assertThat(claim.isAmendmentOpen()).isFalse();
        assertThat(claim.current().transport()).isEqualTo(Transport.QUEUED);
        assertThat(claim.current().facts().encounter().version()).isEqualTo(2);
    }

    @Test
    void everyStepSaysFromWhomItComes() {
        var claim = new Claim(UUID.randomUUID(), 1_000_000, facts.build(), NOW.from(Source.by("biller-1")));
        var step = claim.takeHistory().get(0).view();
        assertThat(step.actor()).isEqualTo("biller-1");
        assertThat(step.source()).isEqualTo(new ClaimHistory.StepSource("person", "biller-1"));
    }

    @Test
    void anotherEncounterJoinsOnlyAClaimOfTheFirstPayerThatHasTheFirstLinesAndHasNotLeft() {
        var told = facts.build();
        var claim = new Claim(UUID.randomUUID(), 1_000_000, told, NOW);
        assertThat(claim.canBeJoined(told)).isTrue();
        assertThat(new Claim(UUID.randomUUID(), 1_000_001, told, 2, NOW).canBeJoined(told))
                .isFalse();
        assertThat(queued(told).canBeJoined(told)).isFalse();
        claim.besides(NOW).billToPatient("no coverage");
        assertThat(claim.canBeJoined(told)).isFalse();
        var decided = decided(told, Adjudication.PAID);
        decided.next(NOW).takeBack("billed in error");
        assertThat(decided.canBeJoined(told)).isFalse();
    }
}
