package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.FakePayer;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.events.ClaimStatusChanged;
import org.superbill.events.EncounterVoided;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.TestEvents;

/** An encounter is voided while its claim is on its way: what has not left stays, what has left is a biller's to take back. */
@QuarkusTest
@BillingStack
class VoidTest {
    @Inject
    Claims claims;

    @Inject
    ClaimBuilding building;

    @Inject
    ClaimProgress progress;

    @Inject
    Tenancy tenancy;

    private TestEvents events;
    private Practice practice;
    private Facts facts;
    private String claimId;

    @BeforeEach
    void aClaimWasBuilt() {
        events = TestEvents.open();
        practice = new Practice(events);
        facts = practice.facts();
        claimId = practice.receivesClaim(facts);
    }

    @AfterEach
    void close() {
        FakePayer.breaksTheLine(0);
        assertThat(practice.booksAreCoherent()).isTrue();
        events.close();
    }

    private EncounterVoided voided() {
        return new EncounterVoided(facts.encounter.encounterId(), "entered in error");
    }

    private void isVoided() {
        events.publish(practice.organization, voided());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> practice.claim(claimId).getBoolean("voided"));
    }

    private void isPaid() {
        practice.sends(claimId);
        var number = practice.claim(claimId).getString("claimNumber");
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "1", "175", "175", "0", "PCN1")
                .patient()
                .line("99213", "150", "150", number + "L1")
                .line("87070", "25", "25", number + "L2")
                .text());
    }

    private void assertToldWithOwner(String role) {
        events.await(
                ClaimStatusChanged.class,
                facts.encounter.encounterId().toString(),
                event -> event.ownerRole().equals(role));
    }

    @Test
    void beforeItsFileIsWrittenTheClaimLeavesTheQueue() {
        var revision = new Revision(practice.claim(claimId).getLong("revision"));
        var taken = tenancy.as(
                practice.organization,
                () -> { // before the job can look
                    claims.submit(UUID.fromString(claimId), revision, null, null);
                    building.voided(voided());
                    return progress.takeQueued(10, Set.of()).claims();
                });
        assertThat(taken).isEmpty();
        var claim = practice.claim(claimId);
        assertThat(claim.getString("transport")).isEqualTo("edits-failed");
        assertThat(claim.getString("findings[0].rule")).isEqualTo("encounter-not-voided");
        assertThat(claim.getString("owner.role")).isEqualTo("nobody");
        assertToldWithOwner("nobody");
        practice.sends(practice.receivesClaim(practice.facts())); // the queue goes on
        assertThat(FakePayer.received(practice.organization)).hasSize(1);
    }

    @Test
    void afterItsFileWasWrittenItIsChargedAndTheBillers() {
        FakePayer.breaksTheLine(1000);
        practice.submits(claimId);
        await().atMost(Duration.ofSeconds(60)).until(() -> FakePayer.deliveries(practice.organization) > 0);
        isVoided();
        assertThat(practice.claim(claimId).getString("transport")).isEqualTo("queued");
        FakePayer.breaksTheLine(0);
        var sent = practice.awaits(claimId, "transport", "sent");
        assertThat(sent.getString("owner.role")).isEqualTo("biller");
        assertThat(sent.getString("owner.due")).isNotBlank();
        assertThat(sent.getLong("money.insuranceBalanceCents")).isEqualTo(175_00);
    }

    @Test
    void afterItWasSentItIsTheBillers() {
        practice.sends(claimId);
        isVoided();
        var claim = practice.claim(claimId);
        assertThat(claim.getString("owner.role")).isEqualTo("biller");
        assertThat(claim.getString("owner.due")).isNotBlank();
        assertThat(claim.getList("nextAllowed.actions")).isEmpty();
    }

    @Test
    void aVoidThatWaitsForItsFileSaysWhatWasSentWhateverIsCodedSince() {
        isPaid();
        practice.acts(claimId, "void", "{\"reason\":\"billed in error\"}", 200);
        var revision = new Revision(practice.claim(claimId).getLong("revision"));
        var amended = facts.lines(Facts.line(1, "99213", 120_00)).codingVersion(2).encounter;
        var taken = tenancy.as(
                practice.organization,
                () -> { // before the job can look
                    claims.submit(UUID.fromString(claimId), revision, null, null);
                    building.coded(List.of(amended), practice.organization);
                    return progress.takeQueued(10, Set.of()).claims();
                });
        assertThat(taken)
                .extracting(ClaimContent::frequency, content -> content.facts().totalChargeCents())
                .containsExactly(tuple("8", 175_00L));
    }

    /** It repeats the number of the claim that was paid, as 005010X221A1, 1.10.2.8, says; the claim of 175.00 is paid 175.00. */
    private void isReversed(String number) {
        practice.receives(PayerFiles.remittance("R" + number)
                .claim(number, "22", "-175", "-175", "0", "PCN1")
                .patient()
                .line("99213", "-150", "-150", number + "L1")
                .line("87070", "-25", "-25", number + "L2")
                .providerAdjustment("FB", "-175")
                .text());
    }

    private void assertTakenBack() {
        var claim = practice.claim(claimId);
        assertThat(claim.getString("adjudication")).isEqualTo("reversed");
        assertThat(claim.getString("transport")).isEqualTo("accepted");
        assertThat(claim.getString("money.status")).isEqualTo("settled");
        assertThat(practice.get("/api/v1/deadlines?kind=claim-acknowledgment&state=open&subjectId=" + claimId)
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void theReversalOfWhatWasPaidAnswersTheVoid() {
        isPaid();
        var number = practice.claim(claimId).getString("claimNumber");
        practice.acts(claimId, "void", "{\"reason\":\"billed in error\"}", 200);
        practice.sends(claimId);
        isReversed(number);
        assertTakenBack();
        assertThat(practice.claim(claimId).getList("nextAllowed.options.frequency"))
                .containsExactly("1");
    }

    @Test
    void theReversalOfWhatWasPaidAnswersAVoidThatThePayerHasAccepted() {
        isPaid();
        var number = practice.claim(claimId).getString("claimNumber");
        isVoided(); // which prepares the void
        practice.sends(claimId);
        practice.receives(
                PayerFiles.claimAcknowledgment(practice.claim(claimId).getString("claimNumber"), "A2:20", "PCN1"));
        isReversed(number);
        assertTakenBack();
        assertThat(practice.claim(claimId).getString("owner.role")).isEqualTo("nobody");
    }

    @Test
    void whatIsReversedAndDecidedAnewIsNoAnswerToTheVoid() {
        isPaid();
        var number = practice.claim(claimId).getString("claimNumber");
        practice.acts(claimId, "void", "{\"reason\":\"billed in error\"}", 200);
        practice.sends(claimId);
        practice.receives(PayerFiles.remittance("R" + number)
                .claim(number, "22", "-175", "-175", "0", "PCN1")
                .patient()
                .line("99213", "-150", "-150", number + "L1")
                .line("87070", "-25", "-25", number + "L2")
                .claim(number, "1", "175", "170", "0", "PCN1")
                .patient()
                .line("99213", "150", "145", number + "L1", "CO*45*5")
                .line("87070", "25", "25", number + "L2")
                .providerAdjustment("FB", "-5")
                .text());
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("paid");
        assertThat(practice.claim(claimId).getString("transport")).isEqualTo("sent");
    }

    @Test
    void aHeldClaimIsNotReleased() {
        practice.acts(claimId, "hold", "{\"reason\":\"waits for a form\"}", 200);
        isVoided();
        assertThat(practice.acts(claimId, "release", "{\"reason\":\"it came\"}", 409)
                        .getString("type"))
                .isEqualTo("https://superbill.org/problems/claim-voided");
    }

    @Test
    void aVoidThatIsHeldIsReleasedAfterItsEncounterWasVoided() {
        isPaid();
        practice.acts(claimId, "void", "{\"reason\":\"billed in error\"}", 200);
        practice.acts(claimId, "hold", "{\"reason\":\"ask the clinic first\"}", 200);
        isVoided();
        assertThat(practice.claim(claimId).getList("nextAllowed.actions")).isEqualTo(List.of("release"));
        practice.acts(claimId, "release", "{\"reason\":\"they say so too\"}", 200);
        assertThat(practice.sends(claimId)).contains(":B:8*", "REF*F8*PCN1~");
    }
}
