package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.Practice;
import org.superbill.events.EncounterCoded;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.StatementCount;
import org.superbill.servicekit.testing.TestEvents;

/** Many codings that have piled up cost as many statements as one. */
@QuarkusTest
@BillingStack
class StatementsOfABatchTest {
    @Inject
    ClaimBuilding claims;

    @Inject
    Tenancy tenancy;

    private TestEvents events;
    private Practice practice;
    private Facts facts;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
        facts = practice.facts();
        practice.registers(facts);
        practice.awaitsKnown(facts);
        practice.receivesClaim(facts); // the coverage, which comes last, is there
    }

    @AfterEach
    void close() {
        events.close();
    }

    private EncounterCoded coding() {
        var coded = facts.encounter;
        return new EncounterCoded(
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                coded.patientId(),
                coded.practitionerId(),
                coded.locationId(),
                coded.coverageIds(),
                coded.serviceDate(),
                coded.diagnoses(),
                coded.lines(),
                "coder");
    }

    private int statementsOf(int count) {
        var codings = IntStream.range(0, count).mapToObj(i -> coding()).toList();
        return StatementCount.during(
                () -> tenancy.as(practice.organization, () -> claims.coded(codings, practice.organization)));
    }

    @Test
    void buildingHasNoStatementPerClaim() {
        statementsOf(1); // the block of claim numbers is there
        var one = statementsOf(1);
        assertThat(one).isLessThan(8);
        assertThat(statementsOf(100)).isEqualTo(one);
    }
}
