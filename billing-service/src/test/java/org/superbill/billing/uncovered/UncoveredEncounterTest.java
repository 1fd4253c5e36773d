package org.superbill.billing.uncovered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Practice;
import org.superbill.events.EncounterVoided;
import org.superbill.servicekit.testing.TestEvents;

/** What nobody bills stands on a list. */
@QuarkusTest
@BillingStack
class UncoveredEncounterTest {
    private static final String LIST = "/api/v1/reconciliation/uncovered-encounters";

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

    private void awaitsListed(UUID... encounters) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(practice.get(LIST).getList("items.encounterId", String.class))
                        .containsExactlyInAnyOrder(
                                List.of(encounters).stream().map(UUID::toString).toArray(String[]::new)));
    }

    @Test
    void itStandsThereUntilItsCodingNamesACoverage() {
        var facts = practice.facts();
        practice.registers(facts);
        events.publish(practice.organization, facts.encounter.coveredBy(List.of()));
        awaitsListed(facts.encounter.encounterId());
        var listed = practice.get(LIST);
        assertThat(listed.getLong("items[0].chargeCents")).isEqualTo(175_00);
        assertThat(listed.getString("items[0].patientId"))
                .isEqualTo(facts.patient.patientId().toString());
        assertThat(listed.getString("items[0].serviceDate")).isEqualTo("2026-03-02");

        events.publish(practice.organization, facts.encounter.versioned(2, null));
        assertThat(practice.claimOf(facts)).isNotNull();
        awaitsListed();
    }

    @Test
    void aVoidedOneLeavesAndDoesNotComeBack() {
        var facts = practice.facts();
        practice.registers(facts);
        var encounter = facts.encounter.encounterId();
        events.publish(practice.organization, facts.encounter.coveredBy(List.of()));
        awaitsListed(encounter);
        events.publish(practice.organization, new EncounterVoided(encounter, "Entered twice"));
        awaitsListed();
        events.publish(
                practice.organization, facts.encounter.coveredBy(List.of()).versioned(2, null));
        var later = practice.facts();
        practice.receivesClaim(later);
        awaitsListed();
    }
}
