package org.superbill.billing.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.Practice;
import org.superbill.events.EncounterVoided;
import org.superbill.events.PracticeChanged;
import org.superbill.servicekit.tenancy.Registrations;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.TestEvents;

/** What billing makes of other services' events, in any order and as often as they come. */
@QuarkusTest
@BillingStack
class InboundTest {
    @Inject
    Registrations registrations;

    @Inject
    Tenancy tenancy;

    private TestEvents events;
    private Practice practice;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
    }

    @AfterEach
    void close() {
        events.close();
    }

    private List<String> claimsOf(Facts facts) {
        return practice.get("/api/v1/claims?encounterId=" + facts.encounter.encounterId())
                .getList("items.id");
    }

    @Test
    void anOrganizationIsRegisteredOnceItsPracticeWasHeardOf() {
        var facts = practice.facts();
        assertThat(tenancy.as(practice.organization, registrations::isRegistered))
                .isFalse();

        events.publish(
                practice.organization, new PracticeChanged(practice.organization, facts.organization, null, null));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> tenancy.as(practice.organization, registrations::isRegistered));
        assertThat(tenancy.as(UUID.randomUUID(), registrations::isRegistered)).isFalse();
    }

    @Test
    void aCodingThatComesBeforeTheCoverageWaitsVisiblyAndGoesOnByItself() {
        var facts = practice.facts();
        var encounter = facts.encounter;
        events.publish(
                practice.organization, new PracticeChanged(practice.organization, facts.organization, null, null));
        events.publish(practice.organization, encounter);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !practice.request("admin")
                        .get("/api/v1/event-processing/billing-service/stuck-events?state=parked")
                        .jsonPath()
                        .getList("items")
                        .isEmpty());
        assertThat(claimsOf(facts)).isEmpty();
        practice.registers(facts);
        assertThat(practice.claim(practice.claimOf(facts)).getString("transport"))
                .isEqualTo("ready");
    }

    @Test
    void anAmendedCodingChangesAnUnsentClaim() {
        var facts = practice.facts();
        var claimId = practice.receivesClaim(facts);
        events.publish(practice.organization, facts.diagnoses("J020").codingVersion(2).encounter);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> practice.claim(claimId).getInt("sentCodingVersion") == 2);
        assertThat(practice.claim(claimId).getInt("version")).isEqualTo(1);
        assertThat(practice.sends(claimId)).contains("HI*ABK:J020~");
    }

    @Test
    void anAmendedCodingOfASentClaimGoesToTheBiller() {
        var facts = practice.facts();
        var claimId = practice.receivesClaim(facts);
        practice.sends(claimId);
        events.publish(practice.organization, facts.diagnoses("J020").codingVersion(2).encounter);
        var claim = await().atMost(Duration.ofSeconds(30))
                .until(() -> practice.claim(claimId), read -> read.getInt("codingVersion") == 2);
        assertThat(claim.getInt("sentCodingVersion")).isEqualTo(1);
        assertThat(claim.getString("owner.role")).isEqualTo("biller");
        assertThat(claim.getString("transport")).isEqualTo("sent");
    }

    @Test
    void aVoidedEncounterIsNotBilled() {
        var facts = practice.facts();
        var claimId = practice.receivesClaim(facts);
        events.publish(practice.organization, new EncounterVoided(facts.encounter.encounterId(), "entered in error"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> practice.claim(claimId).getBoolean("voided"));
        var refused = practice.acts(claimId, "submit", "{}", 409);
        assertThat(refused.getString("type")).isEqualTo("https://superbill.org/problems/claim-voided");
        assertThat(practice.claim(claimId).getList("nextAllowed.actions")).isEmpty();
    }

    @Test
    void theSameEventTwiceMakesOneClaim() {
        var facts = practice.facts();
        practice.registers(facts);
        var id = UUID.randomUUID();
        events.publish(id, practice.organization, facts.encounter, 1);
        events.publish(id, practice.organization, facts.encounter, 1);
        var claimId = practice.claimOf(facts);
        events.publish(id, practice.organization, facts.encounter, 1);
        var later = practice.facts(); // whatever was told before it has been heard when its claim is there
        practice.receivesClaim(later);
        assertThat(claimsOf(facts)).containsExactly(claimId);
        assertThat(practice.get("/api/v1/claims/" + claimId + "/history").getList("steps.step"))
                .containsExactly("built", "ready");
    }

    @Test
    void anEncounterWithoutCoverageMakesNoClaimUntilItHasOne() {
        var facts = practice.facts();
        practice.registers(facts);
        events.publish(practice.organization, facts.encounter.coveredBy(List.of()));
        practice.receivesClaim(practice.facts());
        assertThat(claimsOf(facts)).isEmpty();

        events.publish(practice.organization, facts.codingVersion(2).encounter);
        var claimId = practice.claimOf(facts);
        assertThat(practice.claim(claimId).getInt("codingVersion")).isEqualTo(2);
        assertThat(practice.claim(claimId).getString("transport")).isEqualTo("ready");
    }
}
