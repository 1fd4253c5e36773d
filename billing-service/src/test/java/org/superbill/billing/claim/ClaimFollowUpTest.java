package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.billing.ledger.ClaimMoney;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.testing.Facts;
import org.superbill.events.PayerChanged;
import org.superbill.servicekit.problem.Problem;

/** What may be done with a claim once it has left: void, next payer, patient, reopening, amended coding. */
class ClaimFollowUpTest {
    private static final Claim.Moment NOW = new Claim.Moment(Instant.parse("2026-03-02T15:00:00Z"), Facts.ON);

    private final Facts facts = new Facts();
    private final Facts another = new Facts().anotherPayer();

    private static ClaimFacts withNextPayer(ClaimFacts facts) {
        return new ClaimFacts(
                facts.organizationId(),
                facts.encounter(),
                facts.organization(),
                facts.practitioner(),
                facts.location(),
                facts.patient(),
                facts.coverage(),
                facts.payer(),
                List.of(UUID.randomUUID()));
    }

    private static Claim queued(ClaimFacts facts) {
        var claim = new Claim(UUID.randomUUID(), 1_000_000, facts, NOW);
        claim.unsent(NOW).scrubbed(List.of());
        claim.unsent(NOW).queue(null);
        return claim;
    }

    private static Claim accepted(ClaimFacts facts) {
        var claim = queued(facts);
        send(claim, Transport.ACCEPTED);
        return claim;
    }

    private static void send(Claim claim, Transport answer) {
        claim.fromPayer(claim.current(), NOW).sent();
        claim.fromPayer(claim.current(), NOW)
                .answered(
                        answer,
                        List.of(),
                        answer == Transport.ACCEPTED ? "PCN" + claim.current().version() : null,
                        "said so");
    }

    private static Claim decided(ClaimFacts facts, Adjudication decision) {
        var claim = accepted(facts);
        claim.fromPayer(claim.current(), NOW).decided(decision, "PCN1", null, ClaimMoney.NOTHING, "835");
        return claim;
    }

    private static void submitVoid(Claim claim) {
        claim.next(NOW).takeBack("billed in error");
        claim.unsent(NOW).queue(null);
    }

    private static PriorPayer prior(ClaimFacts facts) {
        return new PriorPayer(
                1,
                UUID.randomUUID(),
                facts.payer().payerId(),
                facts.payer().name(),
                facts.payer().payerIdentifier(),
                facts.payer().claimFilingIndicator(),
                facts.coverage(),
                "PCN1",
                new BigDecimal("120"),
                List.of(),
                List.of(),
                LocalDate.parse("2026-03-20"),
                List.of());
    }

    private static void assertNotAllowed(Runnable step) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type()).isEqualTo(ClaimProblem.CLAIM_STEP_NOT_ALLOWED));
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
    void nothingIsChargedFromTheSendingOfAVoidAndEverythingAgainWhenItIsRejected() {
        var claim = decided(facts.build(), Adjudication.PAID);
        assertThat(claim.chargedFacts()).isPresent();
        submitVoid(claim);
        assertThat(claim.chargedFacts()).isPresent();
        claim.fromPayer(claim.current(), NOW).sent();
        assertThat(claim.chargedFacts()).isEmpty();
        claim.fromPayer(claim.current(), NOW).answered(Transport.REJECTED, List.of(), null, "no");
        assertThat(claim.chargedFacts()).isPresent();
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
        assertThat(claim.payerClaimNumber()).isNull();
        assertThat(claim.adjudication()).isEqualTo(Adjudication.NONE);
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
    void theNextPayerIsBilledWhenTheOneBeforeHasDecided() {
        var first = withNextPayer(facts.build());
        var claim = decided(first, Adjudication.PAID);
        assertThat(NextAllowed.of(claim).actions()).contains("bill-next-payer");
        var second = facts.anotherPayer().build();
        claim.next(NOW).billNext(second, new Coordination(2, null, List.of(prior(first))));
        assertThat(claim.billingSequence()).isEqualTo(2);
        assertThat(claim.payerId()).isEqualTo(second.payer().payerId());
        assertThat(claim.adjudication()).isEqualTo(Adjudication.NONE);
        assertThat(claim.payerClaimNumber()).isNull();
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
        assertThat(claim.chargedFacts()).isPresent();
        send(claim, Transport.ACCEPTED);
        assertThat(claim.chargedFacts()).isEmpty();
        assertThat(claim.mayBeWithPayer()).isFalse();
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
        assertThat(claim.billingSequence()).isEqualTo(1);
        assertThat(claim.current().replacesPayerClaimNumber()).isEqualTo("PCN1");
        assertThat(claim.current().coordination()).isNull();
        assertThat(NextAllowed.of(claim).actions()).doesNotContain("bill-patient");
        sendAndDecide(claim, "PCN1B");
        claim.next(NOW).billNext(another.build(), new Coordination(2, null, List.of(prior(first))));
        assertThat(claim.current().frequency()).isEqualTo("7");
        assertThat(claim.current().replacesPayerClaimNumber()).isEqualTo("PCN2");
        assertThat(claim.otherPayers())
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
                () -> claim.next(new Claim.Moment(NOW.at(), due.minusDays(1))).billNext(second, coordination));
        claim.next(new Claim.Moment(NOW.at(), due)).billNext(second, coordination);
        assertThat(claim.billingSequence()).isEqualTo(2);
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
    void whoeverHasLookedAtARemittanceSaysWhatThePayerHasDecided() {
        var claim = decided(facts.build(), Adjudication.NEEDS_REVIEW);
        assertThat(NextAllowed.of(claim).actions()).containsExactly("reviewed");
        var billed = claim.decidedOn();
        claim.besides(new Claim.Moment(NOW.at(), NOW.today().plusDays(3)))
                .reviewed(Adjudication.PARTIALLY_PAID, "two notices together", ClaimMoney.NOTHING);
        assertThat(claim.adjudication()).isEqualTo(Adjudication.PARTIALLY_PAID);
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
        var postedLate = new Claim.Moment(Instant.parse("2026-05-01T15:00:00Z"), LocalDate.parse("2026-05-01"));
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
    void aClaimToALaterPayerThatTakesThemOnPaperIsPrinted() {
        var first = withNextPayer(facts.build());
        var claim = decided(first, Adjudication.PAID);
        var onPaper = facts.anotherPayer().terms(onPaperAfterOthers()).build();
        assertThat(claim.isOnPaper()).isFalse();
        claim.next(NOW).billNext(onPaper, new Coordination(2, null, List.of(prior(first))));
        assertThat(claim.isOnPaper()).isTrue();
        claim.unsent(NOW).scrubbed(List.of());
        assertThat(NextAllowed.of(claim).actions()).containsExactly("submit", "mail", "hold", "correct", "void");
    }

    private static PayerChanged.Terms onPaperAfterOthers() {
        return new PayerChanged.Terms(
                null, null, null, null, null, false, null, null, null, null, null, null, null, null, null);
    }

    @Test
    void medicareTakesClaimsForOneCalendarYear() {
        var payer = facts.payer;
        facts.payer = new PayerChanged(payer.payerId(), payer.name(), payer.payerIdentifier(), "MB", payer.profile());
        var claim = new Claim(UUID.randomUUID(), 1_000_000, facts.build(), NOW);
        assertThat(clock(NextAllowed.of(claim), "submit"))
                .isEqualTo(new FilingClock("timely-filing", LocalDate.parse("2027-03-02")));
    }

    private static @Nullable FilingClock clock(NextAllowed next, String action) {
        return next.option(action).orElseThrow().clock();
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
}
